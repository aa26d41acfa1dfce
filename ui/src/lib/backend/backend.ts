/**
 * The one place that talks to Rust. Screens get a `Backend` from `useBackend()` and never import
 * `@tauri-apps/*`, so that tests and the preview in a browser can pass another.
 */
import { Channel, invoke } from '@tauri-apps/api/core';
import { BackendError } from './error';
import {
  commands,
  type AppError,
  type Drag,
  type EvidenceAdded,
  type EvidenceAdding,
  type EvidenceProgress,
} from './generated';

type Commands = typeof commands;
type Result<T> = { status: 'ok'; data: T } | { status: 'error'; error: AppError };
type DataOf<R> =
  Awaited<R> extends infer U ? (U extends { status: 'ok'; data: infer D } ? D : never) : never;

type Told = 'addEvidence' | 'addDropped' | 'watchDrops' | 'watchLocks';
/** Hears how far adding is, before each file. */
export type OnProgress = (progress: EvidenceProgress) => void;

/** Every generated command, failing by a thrown `BackendError`; and the pages of a preview. */
export type Backend = {
  [Name in Exclude<keyof Commands, 'documentPage' | Told>]: (
    ...args: Parameters<Commands[Name]>
  ) => Promise<DataOf<ReturnType<Commands[Name]>>>;
} & {
  /**
   * A page of a composed document as a `blob:` address for an `<img>`; revoke it when done.
   * `page` counts from 0, `width` is in device pixels.
   */
  documentPage(preview: string, page: number, width: number): Promise<string>;
  /**
   * A picture of a piece of evidence as a `blob:` address for an `<img>`; revoke it when done. Of a
   * picture, upright, `size` is its longer side at most; of a page, counted from 0, its width.
   */
  evidencePicture(id: string, page: number, size: number): Promise<string>;
  /** Adds files, or all of a folder, that the person chooses; null where they think better of it. */
  addEvidence(
    adding: EvidenceAdding,
    folder: boolean,
    onprogress: OnProgress,
  ): Promise<EvidenceAdded | null>;
  /** Adds what was dropped; null where something else was dropped since. */
  addDropped(
    dropped: string,
    adding: EvidenceAdding,
    onprogress: OnProgress,
  ): Promise<EvidenceAdded | null>;
  /** Hears of files that are dragged to the window from now on. */
  watchDrops(ondrag: (drag: Drag) => void): Promise<null>;
  /** Hears from now on when the record was locked because the computer slept. */
  watchLocks(onlock: () => void): Promise<null>;
};

async function answer<T>(result: Promise<Result<T>>): Promise<T> {
  let settled: Result<T>;
  try {
    settled = await result;
  } catch (thrown) {
    throw BackendError.from(thrown);
  }
  if (settled.status === 'error') throw new BackendError(settled.error);
  return settled.data;
}

/** What no other kind of picture begins with. */
const PNG_BEGINS = 0x89;

/** A command whose answer is a picture. It says by its first byte of which kind it is. */
async function picture(command: string, asked: Record<string, unknown>): Promise<string> {
  try {
    const bytes = await invoke<ArrayBuffer>(command, asked);
    const type = new Uint8Array(bytes)[0] === PNG_BEGINS ? 'image/png' : 'image/jpeg';
    return URL.createObjectURL(new Blob([bytes], { type }));
  } catch (thrown) {
    throw BackendError.from(thrown);
  }
}

/** The backend of the real window. */
export function tauriBackend(): Backend {
  const wrapped = Object.fromEntries(
    Object.entries(commands).map(([name, command]) => [
      name,
      (...args: unknown[]) =>
        answer((command as (...all: unknown[]) => Promise<Result<unknown>>)(...args)),
    ]),
  );
  return {
    ...(wrapped as unknown as Backend),
    documentPage: (preview, page, width) => picture('document_page', { preview, page, width }),
    evidencePicture: (id, page, size) => picture('evidence_picture', { id, page, size }),
    addEvidence: (adding, folder, onprogress) =>
      answer(commands.addEvidence(adding, folder, new Channel(onprogress))),
    addDropped: (dropped, adding, onprogress) =>
      answer(commands.addDropped(dropped, adding, new Channel(onprogress))),
    watchDrops: (ondrag) => answer(commands.watchDrops(new Channel(ondrag))),
    watchLocks: (onlock) => answer(commands.watchLocks(new Channel(onlock))),
  };
}
