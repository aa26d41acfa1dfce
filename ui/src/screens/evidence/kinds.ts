/** What sort of file something is, in a word and a picture, by its media type. */
import File from '@lucide/svelte/icons/file';
import FileArchive from '@lucide/svelte/icons/file-archive';
import FileText from '@lucide/svelte/icons/file-text';
import Globe from '@lucide/svelte/icons/globe';
import Image from '@lucide/svelte/icons/image';
import Mail from '@lucide/svelte/icons/mail';
import Music from '@lucide/svelte/icons/music';
import Presentation from '@lucide/svelte/icons/presentation';
import Table from '@lucide/svelte/icons/table';
import Video from '@lucide/svelte/icons/video';

export type FileKind = { word: string; icon: typeof File };

const KINDS: [RegExp, FileKind][] = [
  [/^application\/pdf$/, { word: 'PDF', icon: FileText }],
  [/^image\/svg/, { word: 'Drawing', icon: Image }],
  [/^image\//, { word: 'Picture', icon: Image }],
  [/^audio\//, { word: 'Sound', icon: Music }],
  [/^video\//, { word: 'Video', icon: Video }],
  [/^(message\/|application\/vnd\.ms-outlook)/, { word: 'E-mail', icon: Mail }],
  [/(spreadsheet|ms-excel|text\/csv)/, { word: 'Table', icon: Table }],
  [/^application\/(zip|gzip|x-7z|vnd\.rar)/, { word: 'Packed files', icon: FileArchive }],
  [/(presentation|ms-powerpoint)/, { word: 'Slides', icon: Presentation }],
  [
    /(opendocument\.text|wordprocessing|msword|ole-storage|rtf)/,
    { word: 'Document', icon: FileText },
  ],
  [/^(text\/html|application\/xhtml)/, { word: 'Web page', icon: Globe }],
  [/^(text\/|application\/xml)/, { word: 'Text', icon: FileText }],
];

/** The kind of a media type such as `image/jpeg`. */
export function fileKind(mediaType: string): FileKind {
  const found = KINDS.find(([pattern]) => pattern.test(mediaType.toLowerCase()));
  return found?.[1] ?? { word: 'File', icon: File };
}

/** Whether a small picture of it can be made: a drawing of lines is never drawn. */
export function hasPicture(mediaType: string): boolean {
  if (mediaType === 'image/svg+xml') return false;
  return mediaType === 'application/pdf' || mediaType.startsWith('image/');
}
