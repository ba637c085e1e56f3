// npx esbuild main.js --bundle --outfile=bundle.js, then open index.html: no server, nothing leaves the page.
import { design, InvalidInput } from 'archwright/engine';

const form = document.getElementById('form');
const brief = document.getElementById('brief');
const answer = document.getElementById('answer');

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  answer.textContent = 'designing …';
  try {
    const { design: made, gate } = await design(brief.value, { date: new Date().toISOString().slice(0, 10), assume: true });
    answer.textContent = gate.passed
      ? [made.title, ...made.summary.what, made.summary.monthlyCost].join('\n')
      : gate.checks
          .filter(({ outcome }) => outcome === 'failed')
          .map(({ title, detail }) => `${title}: ${detail}`)
          .join('\n');
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    answer.textContent = error.message;
  }
});
