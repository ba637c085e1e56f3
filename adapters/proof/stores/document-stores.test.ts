import { databaseArtefacts, type Dialect } from '@archwright/generators/sql/index';
import { sampleDesign } from '@archwright/generators/testing/sample-design';
import type { Artefact } from '@archwright/model';
import { describe } from 'vitest';
import { mutations } from '../testing/mutations.ts';
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
