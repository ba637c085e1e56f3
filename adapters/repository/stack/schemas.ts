import { using } from '../technology/sighting.ts';
import { linesOf } from './lines.ts';
import type { StackReader } from './reader.ts';

/** What only one database's dialect says. */
const DIALECTS: readonly (readonly [RegExp, string])[] = [
  [/\bcreate_hypertable\b|\bEXTENSION\b.{0,40}\btimescaledb\b/i, 'timescaledb'],
  [/\bEXTENSION\b.{0,40}\bvector\b|\bvector\(\d{1,5}\)/i, 'pgvector'],
  [
    /\bJSONB\b|\bBIGSERIAL\b|\bTIMESTAMPTZ\b|\bgen_random_uuid\b|\bCREATE EXTENSION\b|\bGENERATED (?:ALWAYS|BY DEFAULT) AS IDENTITY\b|\bLANGUAGE plpgsql\b/i,
    'postgresql',
  ],
  [/\bAUTO_INCREMENT\b|\bENGINE ?= ?InnoDB\b/i, 'mysql'],
  [/\bENGINE ?= ?(?:Replicated)?\w{0,20}MergeTree\b/i, 'clickhouse'],
  [/\bAUTOINCREMENT\b/i, 'sqlite'],
];

/** SQL files: the dialect, from the first line that gives it away. */
export const readSql: StackReader = ({ text }, technologies) => {
  const lines = linesOf(text).filter(({ text }) => !text.trimStart().startsWith('--'));
  return {
    sightings: DIALECTS.flatMap(([pattern, id]) => {
      const line = lines.find(({ text }) => pattern.test(text));
      return line && technologies.name(id) !== undefined ? [using(id, line.number, { isClient: true })] : [];
    }),
  };
};

const ORM_MARKS: readonly (readonly [RegExp, string])[] = [
  [
    /\bprovider[ \t]{0,8}=[ \t]{0,8}"postgresql"|\bdialect['"]?[ \t]{0,4}[:=][ \t]{0,4}['"]postgresql|drizzle-orm\/pg-core/,
    'postgresql',
  ],
  [/\bprovider[ \t]{0,8}=[ \t]{0,8}"mysql"|\bdialect['"]?[ \t]{0,4}[:=][ \t]{0,4}['"]mysql|drizzle-orm\/mysql-core/, 'mysql'],
  [/\bprovider[ \t]{0,8}=[ \t]{0,8}"sqlite"|\bdialect['"]?[ \t]{0,4}[:=][ \t]{0,4}['"]sqlite|drizzle-orm\/sqlite-core/, 'sqlite'],
  [/\bdialect['"]?[ \t]{0,4}[:=][ \t]{0,4}['"]turso/, 'turso'],
  [/\bprovider[ \t]{0,8}=[ \t]{0,8}"mongodb"/, 'mongodb'],
  [/\bgenerator[ \t]{1,8}\w{1,40}[ \t]{0,8}\{/, 'prisma'],
  [/\bdefineConfig\b.{0,80}drizzle-kit|drizzle-orm/, 'drizzle'],
];

/** Prisma and Drizzle schemas: the mapper and the database behind it. */
export const readOrmSchema: StackReader = ({ text }, technologies) => {
  const lines = linesOf(text).filter(({ text }) => !text.trimStart().startsWith('//'));
  return {
    sightings: ORM_MARKS.flatMap(([pattern, id]) => {
      const line = lines.find(({ text }) => pattern.test(text));
      return line && technologies.name(id) !== undefined ? [using(id, line.number, { isClient: true })] : [];
    }),
  };
};
