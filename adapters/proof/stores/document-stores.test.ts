import { databaseArtefacts, type Dialect } from '@archwright/generators/sql/index';
import { sampleDesign } from '@archwright/generators/testing/sample-design';
import type { Artefact } from '@archwright/model';
import { hostileDesign } from '@archwright/generators/testing/hostile-design';
import { describe, expect, test } from 'vitest';
import { mutations, rejected } from '../testing/mutations.ts';
import { proveCql } from './cql.ts';
import { proveDocumentStores } from './documents.ts';
import { proveDynamodb } from './dynamodb.ts';
import { proveMongodb } from './mongodb.ts';

const stored = (dialect: Dialect): readonly Artefact[] =>
  databaseArtefacts(sampleDesign(), (component) => (component.kind === 'database' ? dialect : undefined));

describe('MongoDB', () =>
  mutations(proveMongodb, stored('mongodb'), [
    ['a type that is none', 'database/mongodb.json', '"bsonType": "binData"', '"bsonType": "binary"', '"_id": {'],
    [
      'a required field that is not declared',
      'database/mongodb.json',
      '            "code",',
      '            "kode",',
      '"required"',
    ],
    ['an index on nothing', 'database/mongodb.json', '"location": "2dsphere"', '"lokation": "2dsphere"'],
    [
      'no _id where every document has one',
      'database/mongodb.json',
      '"_id": {\n              "bsonType": "objectId"',
      '"ident": {\n              "bsonType": "objectId"',
      '"properties": {\n            "ident"',
    ],
    ['a shard key of nothing', 'database/mongodb.json', '"museum_id": 1,\n        "_id": 1', '"musem_id": 1,\n        "_id": 1'],
    [
      'a key that is too hot',
      'database/mongodb.json',
      '"limitPerSecond": 3000',
      '"limitPerSecond": 3',
      '{\n          "serves": "open-listings-of-museum"',
    ],
  ]));

describe('DynamoDB', () =>
  mutations(proveDynamodb, stored('dynamodb'), [
    [
      'a key that is not defined',
      'database/dynamodb.json',
      '"AttributeName": "id",\n          "KeyType"',
      '"AttributeName": "ident",\n          "KeyType"',
      '"AttributeDefinitions"',
    ],
    ['a type that is none', 'database/dynamodb.json', '"AttributeType": "S"', '"AttributeType": "T"'],
    ['an index that is not there', 'database/dynamodb.json', '"servedBy": "by_email"', '"servedBy": "by_mail"'],
    ['a key that is too hot', 'database/dynamodb.json', '"limitPerSecond": 3000', '"limitPerSecond": 3', '"hotKey"'],
  ]));

describe('documents', () =>
  mutations(proveDocumentStores, stored('documents'), [
    ['a partition key of nothing', 'database/documents.json', '"partitionKey": "/museum_id"', '"partitionKey": "/musem_id"'],
    ['an index on nothing', 'database/documents.json', '"path": "/email"', '"path": "/mail"', '{\n              "path": "/mail"'],
    ['a type that is none', 'database/documents.json', '"type": "object"', '"type": "objekt"', '"schema"'],
    ['a key that is too hot', 'database/documents.json', '"limitPerSecond": 3000', '"limitPerSecond": 3', '"hotKey"'],
  ]));

const cql = 'database/schema.cql';
describe('CQL', () => {
  mutations(proveCql, stored('cql'), [
    ['a type that is none', cql, '  "price" decimal,', '  "price" money,'],
    ['a key of nothing', cql, 'PRIMARY KEY ((museum_id, "status")', 'PRIMARY KEY ((musem_id, "status")'],
    ['a key that is a list', cql, 'PRIMARY KEY ((museum_id, "status")', 'PRIMARY KEY ((museum_id, "labels")'],
    ['an order of something else', cql, '("price" ASC, id ASC)', '("price" ASC)'],
    ['rows that are kept too long', cql, 'default_time_to_live = 31536000', 'default_time_to_live = 931536000'],
    ['a table twice', cql, 'CREATE TABLE museums_code_unique (\n  "code"', 'CREATE TABLE museums (\n  "code"'],
    ['a comma too few', cql, '  seller_id uuid,', '  seller_id uuid'],
    ['a key that is too hot', cql, 'where one may get 3000', 'where one may get 3'],
  ]);
  test('hostile names stay names', async () => {
    const design = hostileDesign('\'"`x`\\ ; -- \n');
    const files = databaseArtefacts(design, (component) => (component.kind === 'database' ? 'cql' : undefined));
    expect(rejected(await proveCql(files, design, {})).map(({ log }) => log)).toEqual([]);
  });
});
