// Commands over HTTP that keep a row and tell another process by the NATS transport: NestJS as its documentation has it.
import 'reflect-metadata';
import { Body, Controller, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ClientProxyFactory, Transport } from '@nestjs/microservices';
import pg from 'pg';

import { connection } from './connection.js';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const client = ClientProxyFactory.create({ transport: Transport.NATS, options: connection() });

class Things {
  async create(body) {
    const { rows } = await pool.query({
      name: 'create',
      text: 'insert into thing (id, title) values (gen_random_uuid(), $1) returning id',
      values: [body.title],
    });
    const [{ id }] = rows;
    client.emit('rival.thing.created', { id, title: body.title }).subscribe();
    return { id, title: body.title };
  }
}
Body()(Things.prototype, 'create', 0);
Post('things')(Things.prototype, 'create', Object.getOwnPropertyDescriptor(Things.prototype, 'create'));
Controller()(Things);

function Root() {}
Module({ controllers: [Things] })(Root);

const app = await NestFactory.create(Root, { logger: ['error'] });
await client.connect();
await app.listen(Number(process.env.PORT), '127.0.0.1');
