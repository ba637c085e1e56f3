import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'vector-retrieval-with-access-control',
  name: 'Vector retrieval with access control (RAG)',
  problem: '{{vectorCount}} passages are searched by similarity; comparing with all is {{scanBytes}} a query. And the nearest passage may belong to somebody else: once it is in the prompt, it is disclosed.',
  when: { formula: 'vectorCount', reason: 'answers are built from passages found by similarity' },
  structure: 'passage(id, document_id, tenant_id, acl_ids bigint[], content, embedding, model, content_hash); graph index (HNSW) on embedding per tenant or partition; text index beside it; document(id, version, acl_version).',
  steps: [
    'Ingest: split by structure into passages of about {{passageTokens}} tokens with overlap, skip those whose hash is known, embed in batches, write with the document’s version.',
    'Query: the principal’s groups are resolved first; the filter (tenant, groups) goes into the search itself.',
    'Take {{candidates}} candidates from similarity and as many from text search, join by reciprocal rank.',
    'A reranker keeps the best {{kept}}; a floor on the score allows “nothing found”.',
    'Check each kept passage’s rights again against the present document, then build the prompt with references.',
    'Retrieved text is data: it is delimited, and the model’s tools run with the user’s own rights.',
    'A change of rights changes rows, not the index; a deleted document’s passages go in the same transaction.',
  ],
  parameters: {
    dimensions: assumption('dimensions of an embedding', interval(384, 1024, 3072), 'count', 'by model; smaller ones lose little on ordinary text'),
    bytesPerDimension: assumption('bytes a dimension', interval(1, 2, 4), 'B', 'half precision; whole floats at the high end, quantised at the low'),
    graphLinks: assumption('links of a node in the graph', 16, 'count', 'a common default of HNSW'),
    tokens: assumption('tokens of a passage', 400, 'count', 'a few paragraphs'),
    candidateCount: assumption('candidates from each search', 50, 'count', 'what a reranker reads in tens of milliseconds'),
    keptCount: assumption('passages in the prompt', 8, 'count', 'more dilute the answer and cost tokens'),
    visibleShare: assumption('share of passages one person may see', interval(0.001, 0.05, 1), 'ratio', 'strict in companies with many groups'),
    memoryWorth: assumption('vectors up to which an exact scan is fine', 50_000, 'count', 'tens of megabytes, a few milliseconds'),
  },
  computed: [
    { id: 'vectorBytes', label: 'one vector', unit: 'B', formula: 'dimensions * bytesPerDimension', meaning: 'without its links' },
    { id: 'scanBytes', label: 'bytes compared by an exact search', unit: 'B', formula: 'vectorCount * vectorBytes', meaning: 'every query' },
    { id: 'indexMemory', label: 'memory of the graph', unit: 'B', formula: 'vectorCount * (vectorBytes + graphLinks * 2 * 4 * oneByte)', meaning: 'vectors and links; it must stay in memory' },
    { id: 'exactIsEnough', label: 'share of the size at which an exact scan is enough', unit: 'ratio', formula: 'vectorCount / memoryWorth', meaning: 'at most one: no graph needed' },
    { id: 'passageTokens', label: 'tokens a passage', unit: 'count', formula: 'tokens', meaning: 'before overlap' },
    { id: 'candidates', label: 'candidates', unit: 'count', formula: 'candidateCount', meaning: 'from each search' },
    { id: 'kept', label: 'passages kept', unit: 'count', formula: 'keptCount', meaning: 'in the prompt' },
    { id: 'postFilterCandidates', label: 'candidates if filtered afterwards', unit: 'count', formula: 'candidateCount / visibleShare', meaning: 'to be left with as many' },
    { id: 'promptTokens', label: 'tokens of context a question', unit: 'count', formula: 'keptCount * tokens', meaning: 'the main cost of an answer' },
  ],
  tradeOff: 'Nobody is shown what they may not read, for a filter that makes the graph search visit more nodes; {{indexMemory}} must stay in memory, and recall is below one.',
  rejected: { alternative: 'search first, filter afterwards', because: 'with {{postFilterCandidates}} candidates needed to keep the same number, answers are empty for people with few rights, and timing reveals that something was there' },
  edgeCase: { case: 'a person with rights to very little: the graph walk finds only passages that the filter removes and returns too few', cure: 'iterative scan until enough pass or a limit is reached; below {{candidates}} visible passages skip the graph and scan the visible ones exactly' },
  snippet: { language: 'sql', code: `-- pgvector; the policy or this filter decides inside the search
CREATE INDEX passage_embedding ON passage USING hnsw (embedding halfvec_cosine_ops);
SET LOCAL hnsw.iterative_scan = 'relaxed_order';
SELECT id, document_id, content, embedding <=> $1 AS distance
  FROM passage
 WHERE tenant_id = $2 AND acl_ids && $3::bigint[]
 ORDER BY embedding <=> $1
 LIMIT 50;` },
  sources: [{ title: 'Y. Malkov, D. Yashunin, Efficient and robust approximate nearest neighbor search using HNSW graphs', url: 'https://arxiv.org/abs/1603.09320', asOf: '2016-03-30', confidence: 'B' }, { title: 'pgvector documentation', url: 'https://github.com/pgvector/pgvector', asOf: 'undated', confidence: 'B' }, { title: 'OWASP Top 10 for LLM Applications 2025, LLM08 Vector and Embedding Weaknesses', url: 'https://genai.owasp.org/llmrisk/llm082025-vector-and-embedding-weaknesses/', asOf: '2025', confidence: 'B' }],
});
