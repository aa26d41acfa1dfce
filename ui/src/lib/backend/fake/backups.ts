/** The backups of the invented household: snapshots in memory. */
import type {
  Backup,
  BackupCounts,
  BackupKind,
  BackupLook,
  BackupPlace,
  BackupTrouble,
} from '../types';
import { TODAY, type Household } from './record';
import { failure } from './keeping';

type Kept = { backup: Backup; home: string };

const NONE: BackupCounts = { disputes: 0, events: 0, letters: 0, evidence: 0 };

export class Backups {
  #kept: Kept[] = [];
  #made = 0;

  /** The second place: a drive called “Blue drive”, which may be `away`. */
  place: BackupPlace | null = null;
  isAway = false;

  choose(home: Household): BackupPlace {
    if (this.#kept.length === 0) this.make(home);
    const worked = { on: TODAY, at: '09:30' };
    const folder = { name: 'Blue drive', folder: 'Holdfast backups', plainFolder: null };
    return (this.place = { ...folder, worked, trouble: null, isSameDisk: false });
  }

  copy(): BackupPlace | null {
    const trouble: BackupTrouble = { since: TODAY, why: 'not_there' };
    return (this.place = this.place && { ...this.place, trouble: this.isAway ? trouble : null });
  }

  forget(): null {
    return (this.place = null);
  }

  list = (): Backup[] => this.#kept.map((it) => it.backup);

  make(home: Household, kind: BackupKind = 'dated'): Backup {
    const minute = String(this.#made++).padStart(2, '0');
    const name = `${TODAY}T09${minute}00.db`;
    const text = JSON.stringify(home);
    const counts = countsOf(home);
    const last = { deed: 'log_call' as const, about: 'The invoice', at: `${TODAY}T08:55:00Z` };
    const backup: Backup = {
      id: kind === 'replaced' ? `replaced-${name}` : name,
      kind,
      on: TODAY,
      at: `09:${minute}`,
      size: text.length,
      state: 'readable',
      holding: { household: home.name, counts, last },
    };
    this.#kept = [{ backup, home: text }, ...this.#kept];
    if (kind === 'dated') this.copy();
    return backup;
  }

  /** One new backup in the place of all; gives how many went. */
  renew(home: Household): number {
    const gone = this.#kept.length;
    this.#kept = [];
    this.make(home);
    return gone;
  }

  look(home: Household, id: string): BackupLook {
    const { backup } = this.#find(id);
    const [now, then] = [countsOf(home), backup.holding?.counts ?? NONE];
    const gone = less(now, then);
    const doneSince = gone.disputes + gone.events + gone.letters + gone.evidence;
    return { backup, doneSince, gone, back: less(then, now), missingFiles: 0, drafts: 0 };
  }

  restored(home: Household, id: string): Household {
    const found = this.#find(id);
    this.make(home, 'replaced');
    return JSON.parse(found.home) as Household;
  }

  #find(id: string): Kept {
    const found = this.#kept.find((it) => it.backup.id === id);
    if (!found) throw failure('not_found');
    return found;
  }
}

function countsOf(home: Household): BackupCounts {
  const sum = (of: (one: Household['cases'][number]) => number) =>
    home.cases.reduce((all, one) => all + of(one), 0);
  return {
    disputes: home.cases.length,
    events: sum((one) => one.events.length),
    letters: home.letters.length,
    evidence: sum((one) => one.attachments.length),
  };
}

function less(from: BackupCounts, what: BackupCounts): BackupCounts {
  const key = (of: keyof BackupCounts) => Math.max(0, from[of] - what[of]);
  return {
    disputes: key('disputes'),
    events: key('events'),
    letters: key('letters'),
    evidence: key('evidence'),
  };
}
