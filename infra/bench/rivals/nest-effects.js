// The other process: each event keeps a row.
import 'reflect-metadata';
import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { EventPattern, Payload, Transport } from '@nestjs/microservices';
import pg from 'pg';

import { connection } from './connection.js';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

class Effects {
  async keep(data) {
    await pool.query({ name: 'keep', text: 'insert into effect (thing_id) values ($1)', values: [data.id] });
  }
}
Payload()(Effects.prototype, 'keep', 0);
EventPattern('rival.thing.created')(
  Effects.prototype,
  'keep',
  Object.getOwnPropertyDescriptor(Effects.prototype, 'keep'),
);
Controller()(Effects);

function Root() {}
Module({ controllers: [Effects] })(Root);

const app = await NestFactory.createMicroservice(Root, {
  transport: Transport.NATS,
  options: { ...connection(), queue: 'effects' },
  logger: ['error'],
});
await app.listen();
process.send?.('connected');
process.once('disconnect', () => process.exit());
