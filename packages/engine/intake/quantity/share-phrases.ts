import type { Tokens } from './distribute.ts';
import { between, rated } from './mention-window.ts';
import type { Mention } from './mention.ts';
import { QUALIFIERS } from './word-list.ts';

/** "two million photos of 200 KB a day" counts photos a day; "opens ten times a day and posts twice" means twice a day. */
export function moveWindows(tokens: Tokens, mentions: readonly Mention[]): readonly Mention[] {
  const result = [...mentions];
  result.forEach((mention, index) => {
    const [before, next] = [result[index - 1], result[index + 1]];
    if (
      mention.kind === 'count' &&
      mention.noun?.head &&
      mention.window === undefined &&
      next?.kind === 'data-rate' &&
      next.window !== undefined &&
      next.preposition === 'of' &&
      !next.each &&
      between(tokens, mention, next) === 'of'
    ) {
      result[index] = rated(mention, next.window, mention.last);
      const { window: _window, ...size } = next;
      result[index + 1] = { ...size, kind: 'size', unit: 'B', value: next.amount };
    }
    if (
      mention.kind === 'frequency' &&
      mention.window === undefined &&
      before?.window !== undefined &&
      before.sentence === mention.sentence
    )
      result[index] = { ...rated(mention, before.window, mention.last), kind: 'frequency', unit: '1/s' };
  });
  return result.filter((mention) => mention.kind !== 'frequency' || mention.window !== undefined);
}

export function shareHeads(tokens: Tokens, mentions: readonly Mention[]): Mention[] {
  const joins = (left: Mention, right: Mention): boolean =>
    /^(?:,|and|, and|or|\/|\+|\(|, of which|of which|with)$/.test(between(tokens, left, right) ?? '');
  return mentions.map((mention, index) => {
    if (mention.kind === 'count' && !mention.noun) return pronoun(tokens, mentions, index, mention);
    if (mention.kind !== 'count' || mention.noun?.head !== '') return mention;
    const next = mentions[index + 1];
    const before = mentions[index - 1];
    const found =
      next?.noun?.head && next.kind === 'count' && joins(mention, next)
        ? next
        : before?.noun?.head && before.kind === 'count' && joins(before, mention)
          ? before
          : undefined;
    return found?.noun ? { ...mention, noun: { ...mention.noun, head: found.noun.head, plural: true } } : mention;
  });
}

/** "1.5 billion users, 800 million of whom are active daily": the pronoun stands for what was counted before. */
function pronoun(tokens: Tokens, mentions: readonly Mention[], index: number, mention: Mention): Mention {
  const words = tokens.slice(mention.last, mention.last + 7).filter((token) => token.clause === mention.clause);
  if (words[0]?.lower !== 'of' || !/^(?:whom|which|them|these|those)$/.test(words[1]?.lower ?? '')) return mention;
  const counted = mentions.slice(Math.max(0, index - 3), index).findLast((other) => other.kind === 'count' && other.noun?.head);
  if (!counted?.noun) return mention;
  const modifiers = words.map((token) => token.lower).filter((word) => QUALIFIERS.has(word));
  if (modifiers.includes('active') && words.some((token) => token.lower === 'day')) modifiers.push('daily');
  return { ...mention, noun: { ...counted.noun, modifiers } };
}

/** "sends ten and receives forty mails a day", "sends ten mails a day and receives forty": the object of two verbs. */
export function shareObjects(tokens: Tokens, mentions: readonly Mention[]): readonly Mention[] {
  return mentions.map((mention, index) => {
    if (mention.kind !== 'count' || mention.noun || mention.verb === undefined) return mention;
    const [before, next] = [mentions[index - 1], mentions[index + 1]];
    const linked = (left: Mention, right: Mention): boolean =>
      /^,? ?and (?:\S{1,20} )?[a-z]{2,20}$/.test(between(tokens, left, right) ?? '') && left.verb !== right.verb;
    const source =
      next?.kind === 'rate' && next.noun && linked(mention, next)
        ? next
        : before?.kind === 'rate' && before.noun && linked(before, mention)
          ? before
          : undefined;
    if (source?.window === undefined) return mention;
    return {
      ...rated(mention, source.window, mention.last),
      noun: source.noun!,
      ...(source.per && { per: source.per }),
      each: source.each,
    };
  });
}
