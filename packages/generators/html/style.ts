/** The style of the page: light and dark by the reader's setting, one column on a phone, a plain document on paper. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1d2430;--soft:#4d5765;--line:#d5dbe3;--paper:#fff;--tint:#f4f6f9;--accent:#0b5cad;--card:#fff}
@media(prefers-color-scheme:dark){:root{--ink:#e7ebf0;--soft:#b3bcc8;--line:#3a4450;--paper:#14181e;--tint:#1d232b;--accent:#8cc1f5;--card:#20262f}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,sans-serif}
.skip{position:absolute;left:-100vw}
.skip:focus{left:1rem;top:1rem;padding:.5rem;background:var(--card)}
.page{max-width:64rem;margin:0 auto;padding:1.5rem 1.25rem 4rem}
nav summary{cursor:pointer;font-weight:600}
nav ul{margin:.5rem 0;padding:0;list-style:none;columns:2 16rem}
nav li{padding:.1rem 0}
h1{font-size:1.9rem;line-height:1.2;overflow-wrap:anywhere}
h2{margin-top:2.75rem;padding-top:.75rem;border-top:1px solid var(--line);line-height:1.25}
h3{margin-top:2rem;line-height:1.3;overflow-wrap:anywhere}
p,li,blockquote{overflow-wrap:break-word}
a{color:var(--accent)}
code{font-size:.875em;overflow-wrap:anywhere;background:var(--tint);padding:.1em .3em;border-radius:3px}
pre{background:var(--tint);padding:1rem;overflow:auto;border-radius:6px;line-height:1.45}
pre code{padding:0;background:none;overflow-wrap:normal}
blockquote{margin:1rem 0;padding:.25rem 1rem;border-left:3px solid var(--accent);color:var(--soft)}
.table{overflow-x:auto;margin:1rem 0}
table{border-collapse:collapse;font-size:.9rem;width:100%}
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid var(--line);min-width:5.5rem}
th{background:var(--tint)}
td code{overflow-wrap:break-word}
.diagram{margin:1rem 0;padding:.75rem;background:#fff;border:1px solid var(--line);border-radius:6px;overflow-x:auto}
.diagram svg{display:block;max-width:100%;min-width:min(44rem,var(--natural));height:auto;margin:0 auto}
button.figure{font:inherit;color:var(--accent);background:none;border:0;border-bottom:1px dotted;padding:0;cursor:pointer;text-align:left}
button.figure code{background:none;padding:0}
button.compact{display:inline-block;min-width:1.5em;min-height:1.5em;padding:0 .3em;border:1px solid var(--line);border-radius:4px;text-align:center;line-height:1.3;font-style:italic}
.derivation{max-width:min(44rem,94vw);max-height:80vh;overflow:auto;padding:1rem 1.25rem;border:1px solid var(--line);border-radius:8px;background:var(--card);color:var(--ink);box-shadow:0 8px 40px #0005}
.derivation::backdrop{background:#0004}
.derivation h3{margin:0 0 .5rem;font-size:1rem}
.derivation dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem;margin:0}
.derivation dt{color:var(--soft)}
.derivation dd{margin:0;overflow-wrap:anywhere}
.derivation ul{margin:0;padding-left:1.1rem}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
@media(max-width:40rem){.page{padding:1rem .9rem 3rem}h1{font-size:1.5rem}.derivation dl{grid-template-columns:1fr}.derivation dt{margin-top:.4rem}}
@media print{:root{--ink:#000;--soft:#333;--line:#bbb;--paper:#fff;--tint:#f4f4f4;--accent:#000}
.page{max-width:none;padding:0}body{font-size:10pt}nav,.skip,.derivation,button.compact{display:none}
h2,h3{break-after:avoid}tr,.diagram,pre{break-inside:avoid}.table{overflow:visible}table{font-size:8pt}th,td{min-width:0;padding:.2rem .35rem;overflow-wrap:anywhere}
pre{white-space:pre-wrap;overflow:visible}.diagram{border:0;overflow:visible}.diagram svg{min-width:0;max-height:24cm}a{color:inherit}}`;
