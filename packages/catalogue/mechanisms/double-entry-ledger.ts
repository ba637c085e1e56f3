import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'double-entry-ledger',
  name: 'Double-entry ledger',
  problem: 'A balance that is overwritten cannot say why it is what it is. Up to {{postingsPerDay}} postings a day must add up to zero at any moment, and the house account that takes part in most of them would be one hot row at {{houseRate}}.',
  when: { needs: ['transactions'], formula: 'recordWritePeak', reason: 'money or points move between accounts' },
  structure: 'account(id, currency, kind, minimum_balance); transfer(id uuid primary key, kind, external_ref unique, created_at); posting(id, transfer_id, account_id, amount_minor bigint, currency, posted_at), append-only; account_balance(account_id, shard, balance, last_posting_id) as a projection. Amounts are whole minor units, never floats.',
  steps: [
    'A transfer is inserted under its idempotency key (external_ref unique): a repeat returns the first.',
    'Its postings are inserted in the same transaction; a deferred constraint trigger refuses a transfer whose postings do not add up to zero per currency.',
    'Accounts that may not go below their minimum are debited by a conditional update of the balance, locked in order of id.',
    'House accounts have {{shards}} balance shards, chosen by hash of the transfer; their sum is the balance.',
    'Holds (authorisations) are transfers to a holding account, later captured or released.',
    'Nothing is updated or deleted: a correction is a reversing transfer that names the first.',
    'Every night balances are recomputed from postings and compared with the provider’s statement; a difference stops payouts.',
  ],
  parameters: {
    postingsPerTransfer: assumption('postings of a transfer', interval(2, 3, 5), 'count', 'customer, merchant, fee'),
    postingBytes: assumption('posting with its indexes', 220, 'B', 'row header, two identifiers, amount, time, two index entries'),
    houseShare: assumption('share of transfers that touch the house account', 0.9, 'ratio', 'fees and settlement'),
    rowCommitSeconds: assumption('time a row is held by one transaction', interval(0.002, 0.005, 0.02), 's', 'statements and commit with a synchronous standby'),
    keepYears: assumption('years kept', 10, 'count', 'the longest of the usual bookkeeping duties; the country decides'),
  },
  computed: [
    { id: 'postingRate', label: 'postings at peak', unit: '1/s', formula: 'recordWritePeak * postingsPerTransfer', meaning: 'if every record write is a transfer: an upper bound' },
    { id: 'postingsPerDay', label: 'postings a day', unit: 'count', formula: 'recordWriteMean * postingsPerTransfer * 86400 * oneSecond', meaning: 'mean' },
    { id: 'houseRate', label: 'updates of the house balance', unit: '1/s', formula: 'recordWritePeak * houseShare', meaning: 'one row without shards' },
    { id: 'rowLimit', label: 'updates one row takes', unit: '1/s', formula: '1 / rowCommitSeconds', meaning: 'one transaction after another' },
    { id: 'shards', label: 'balance shards of the house account', unit: 'count', formula: 'max(1, ceil(houseRate / (rowLimit * headroom)))', meaning: 'spread by transfer' },
    { id: 'ledgerBytes', label: 'ledger after its retention', unit: 'B', formula: 'postingsPerDay * 365 * keepYears * postingBytes', meaning: 'partitioned by month' },
  ],
  tradeOff: 'Every balance can be explained to the posting, for {{postingRate}} inserts and {{ledgerBytes}} kept; reading a sharded balance sums {{shards}} rows.',
  rejected: { alternative: 'a balance column and a history table beside it', because: 'two truths that a bug separates silently; here the balance is only a projection that can be thrown away and recomputed' },
  edgeCase: { case: 'two transfers between the same two accounts in opposite directions lock them in opposite order and deadlock', cure: 'always lock accounts in order of id before posting; and treat a deadlock error as retryable under the same idempotency key' },
  snippet: { language: 'sql', code: `CREATE FUNCTION transfer_is_balanced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM posting WHERE transfer_id = NEW.transfer_id GROUP BY currency HAVING sum(amount_minor) <> 0) THEN
    RAISE EXCEPTION 'transfer % does not balance', NEW.transfer_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER posting_balanced AFTER INSERT ON posting
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION transfer_is_balanced();

UPDATE account_balance SET balance = balance - $1
 WHERE account_id = $2 AND shard = 0 AND balance - $1 >= 0
RETURNING balance;   -- no row: insufficient funds` },
  sources: [{ title: 'M. Fowler, Accounting patterns', url: 'https://martinfowler.com/eaaDev/AccountingNarrative.html', asOf: 'undated', confidence: 'B' }, { title: 'PostgreSQL 18 documentation, CREATE TRIGGER, constraint triggers', url: 'https://www.postgresql.org/docs/18/sql-createtrigger.html', asOf: '2025-09-25', confidence: 'B' }, { title: 'TigerBeetle documentation, debit and credit', url: 'https://docs.tigerbeetle.com/concepts/debit-credit/', asOf: 'undated', confidence: 'B' }],
});
