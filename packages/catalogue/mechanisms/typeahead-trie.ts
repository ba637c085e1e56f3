import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'typeahead-trie',
  name: 'Typeahead from a trie (prefix tree) with stored top results',
  problem: 'Each keystroke could be a query: {{keystrokes}} at peak, each to be answered before the next key, {{keyInterval}} later. Ranking all words under a short prefix reads {{wordsUnderPrefix}} of them.',
  when: { formula: 'searchPeak', reason: 'suggestions while typing' },
  structure: 'An immutable trie (prefix tree) built offline: each node (letter, children, best) of the first {{deepPrefix}} letters stores its best {{suggestions}} completions as (phrase_id, score); phrase_count(phrase, day, users, count) feeds it; deeper nodes are ranked on the fly. Loaded whole into each instance ({{trieMemory}}); a small delta trie for new and trending words beside it.',
  steps: [
    'Log aggregation: a job reads the query events since its last offset and adds to phrase_day(phrase, day, searches, people), primary key (phrase, day); rare phrases and what must not be suggested are dropped.',
    'Score = decayed count; build the trie bottom-up, merging the best lists of the children.',
    'Batch rebuild every {{rebuild}}: publish the file under `trie/version` with its checksum; instances map it into memory and switch atomically.',
    'A query normalises the prefix, walks its letters, returns the stored list merged with the delta.',
    'The client waits for a pause of {{debounce}}, cancels the query before (sequence number in the answer), and caches by prefix: {{cancelled}} are never sent, {{searchPeak}} reach the server.',
    'Answers for short prefixes are cached at the edge for minutes.',
  ],
  parameters: {
    phrases: assumption('phrases kept', interval(100_000, 1_000_000, 10_000_000), 'count', 'the head of the distribution; replace by the measured vocabulary'),
    phraseBytes: assumption('memory of a phrase in a compressed trie', interval(10, 20, 60), 'B', 'shared prefixes and small scores'),
    listSize: assumption('suggestions shown', 10, 'count', 'more are not read'),
    storedDepth: assumption('letters up to which lists are stored', 4, 'count', 'below, few words remain'),
    alphabet: assumption('letters that occur at a position', 30, 'count', 'effective, without rare ones'),
    keySeconds: assumption('time between two keys', interval(0.1, 0.2, 0.4), 's', 'ordinary typing'),
    debounceSeconds: assumption('pause the client waits for', 0.1, 's', 'too short to be felt'),
    sentShare: assumption('share of keystrokes that become queries', interval(0.3, 0.5, 0.8), 'ratio', 'after waiting, cancelling and client cache'),
    rebuildSeconds: assumption('interval of rebuilding', 3600, 's', 'the delta covers what is newer'),
  },
  computed: [
    { id: 'keyInterval', label: 'time to answer', unit: 's', formula: 'keySeconds', meaning: 'before the next key' },
    { id: 'wordsUnderPrefix', label: 'phrases under a two-letter prefix', unit: 'count', formula: 'phrases / alphabet', meaning: 'skewed: common pairs have far more than the even share of one letter' },
    { id: 'trieMemory', label: 'memory', unit: 'B', formula: 'phrases * phraseBytes + pow(alphabet, storedDepth - 1) * listSize * 4 * oneByte', meaning: 'phrases, and lists of the upper nodes' },
    { id: 'suggestions', label: 'suggestions', unit: 'count', formula: 'listSize', meaning: 'stored per node' },
    { id: 'deepPrefix', label: 'letters with stored lists', unit: 'count', formula: 'storedDepth', meaning: 'upper part of the trie' },
    { id: 'debounce', label: 'pause', unit: 's', formula: 'debounceSeconds', meaning: 'in the client' },
    { id: 'keystrokes', label: 'keystrokes', unit: '1/s', formula: 'searchPeak / sentShare', meaning: 'what would arrive if each were sent' },
    { id: 'cancelled', label: 'queries the client never sends', unit: '1/s', formula: 'keystrokes - searchPeak', meaning: 'by the pause, cancelling and its cache of prefixes' },
    { id: 'rebuild', label: 'rebuild', unit: 's', formula: 'rebuildSeconds', meaning: 'age of the main trie' },
  ],
  tradeOff: 'An answer is a walk of a few nodes in memory, for {{trieMemory}} in each instance and suggestions up to {{rebuild}} old beside the delta.',
  rejected: { alternative: 'prefix queries on the store or the search index', because: 'each short prefix ranks {{wordsUnderPrefix}} phrases again; fine up to tens of thousands of phrases, with a trigram index' },
  edgeCase: { case: 'a rare query by one person (a name, an address) becomes a suggestion for all, or an attacker searches a phrase until it shows', cure: 'a phrase needs distinct users, not counts; block list and personal-data filter at build time, with an immediate kill list in the delta' },
  snippet: { language: 'sql', code: `-- small vocabularies: the relational store is enough
CREATE INDEX phrase_prefix ON phrase (lower(text) text_pattern_ops, score DESC);
SELECT text FROM phrase WHERE lower(text) LIKE $1 || '%' ORDER BY score DESC LIMIT 10;` },
  sources: [{ title: 'B. Hsu, G. Ottaviano, Space-efficient data structures for top-k completion (WWW 2013)', url: 'https://doi.org/10.1145/2488388.2488440', asOf: '2013-05', confidence: 'B' }, { title: 'PostgreSQL 18 documentation, Operator Classes, text_pattern_ops', url: 'https://www.postgresql.org/docs/18/indexes-opclass.html', asOf: '2025-09-25', confidence: 'B' }],
});
