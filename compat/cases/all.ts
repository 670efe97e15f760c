// Every case, in the order of the table's columns.

import { type Case } from '../runner/case.ts';
import { config } from './config.ts';
import { deleteRecords } from './delete-records.ts';
import { group } from './group.ts';
import { partitions } from './partitions.ts';
import { recordCases } from './records.ts';
import { restart } from './restart.ts';
import { resume } from './resume.ts';
import { time } from './time.ts';
import { topic } from './topic.ts';

export const CASES: readonly Case[] = [
  topic,
  ...recordCases,
  group,
  resume,
  time,
  config,
  deleteRecords,
  partitions,
  restart,
];
