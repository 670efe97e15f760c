// All scripted flows, in the order in which they are played.

import { type Flow } from '../script.ts';
import { CONFIG_FLOWS } from './configs.ts';
import { GROUP_FLOWS } from './groups.ts';
import { RECORD_FLOWS } from './records.ts';
import { TOPIC_FLOWS } from './topics.ts';

export const FLOWS: readonly Flow[] = [
  ...TOPIC_FLOWS,
  ...RECORD_FLOWS,
  ...GROUP_FLOWS,
  ...CONFIG_FLOWS,
];
