/** The ways in which evidence comes in, besides choosing files. */
import ClipboardPaste from '@lucide/svelte/icons/clipboard-paste';
import FolderOpen from '@lucide/svelte/icons/folder-open';
import type { App } from '$lib/app.svelte';
import type { Cited, Pasted } from '$lib/backend';
import type { MenuItem } from '$lib/parts/Menu.svelte';

/** To what evidence is added: to which dispute, and what rests on it. */
export type AddedTo = { dispute: string | null; cited: Cited[] };

export function addMore(app: App, to: () => AddedTo): MenuItem[] {
  const add = (from: 'folder' | 'typing') => () => {
    const { dispute, cited } = to();
    app.addEvidence({ from }, dispute, cited);
  };
  return [
    { label: 'Add a folder…', icon: FolderOpen, run: add('folder') },
    { label: 'Paste…', icon: ClipboardPaste, run: add('typing') },
  ];
}

/** A name for what is pasted, which has none: `Pasted text 2026-06-20.txt`. */
export function pastedName(what: 'text' | 'picture', day: string, ending: string): string {
  return `Pasted ${what} ${day}.${ending}`;
}

/** What is on the clipboard of a paste: its pictures, or else its text; nothing where it has none. */
export async function pastedOf(data: DataTransfer | null, day: string): Promise<Pasted[]> {
  const files = [...(data?.files ?? [])];
  const text = data?.getData('text/plain') ?? '';
  if (files.length > 0) return Promise.all(files.map((file) => ofFile(file, day)));
  return text.trim() ? [{ name: pastedName('text', day, 'txt'), text, bytes: null }] : [];
}

async function ofFile(file: File, day: string): Promise<Pasted> {
  // A picture of the clipboard is called `image.png` by every system.
  const isNameless = file.name === '' || /^image\.\w+$/.test(file.name);
  const ending = file.type.split('/')[1] ?? 'png';
  const name = isNameless ? pastedName('picture', day, ending) : file.name;
  return { name, text: null, bytes: await base64(file) };
}

/** The bytes of a file in base 64, made by the window itself. */
function base64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error ?? new Error('The clipboard could not be read.'));
    reader.onload = () => {
      const address = String(reader.result);
      resolve(address.slice(address.indexOf(',') + 1));
    };
    reader.readAsDataURL(file);
  });
}
