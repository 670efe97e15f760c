// ShardState: everything that one partition of __consumer_offsets holds, for the rules to work on.

import { Deadline, Deadlines } from '../deadlines.ts';
import { ClassicGroup } from './classic/classic-group.ts';
import { type Due } from './due.ts';
import { type GroupSettings } from './group-settings.ts';
import { type LaterGroup } from './later-group.ts';
import { CommittedOffsets } from './offsets/committed-offsets.ts';

export type Group = ClassicGroup | LaterGroup;

export class ShardState {
  settings: GroupSettings;
  readonly groups = new Map<string, Group>();
  readonly offsets = new CommittedOffsets();
  readonly deadlines = new Deadlines<Due>();
  readonly offsetExpiry = new Deadline<Due>({ kind: 'offset expiry' });
  readonly loadedGroups = new Deadline<Due>({ kind: 'loaded groups' });

  constructor(settings: GroupSettings) {
    this.settings = settings;
  }

  classicGroup(groupId: string): ClassicGroup | undefined {
    const group = this.groups.get(groupId);
    return group instanceof ClassicGroup ? group : undefined;
  }
}
