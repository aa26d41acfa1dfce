import { describe, expect, it } from 'vitest';
import { fileKind } from './kinds';

describe('what a file is called', () => {
  it.each([
    ['message/rfc822', 'E-mail'],
    ['text/html', 'Web page'],
    ['application/xhtml+xml', 'Web page'],
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'Document'],
    ['application/vnd.oasis.opendocument.text', 'Document'],
    ['application/rtf', 'Document'],
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'Table'],
    ['application/vnd.oasis.opendocument.spreadsheet', 'Table'],
    ['application/vnd.openxmlformats-officedocument.presentationml.presentation', 'Slides'],
    ['image/svg+xml', 'Drawing'],
    ['image/heic', 'Picture'],
    ['text/plain', 'Text'],
    ['application/xml', 'Text'],
    ['application/vnd.rar', 'Packed files'],
    ['application/x-ole-storage', 'Document'],
    ['application/octet-stream', 'File'],
  ])('%s is a %s', (mediaType, word) => {
    expect(fileKind(mediaType).word).toBe(word);
  });
});
