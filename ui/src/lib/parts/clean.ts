/**
 * What pasted text becomes before it enters a field. Line ends of any kind, form feeds and vertical
 * tabs become line feeds, other control characters become spaces: nothing vanishes without a trace.
 */
export function cleanPaste(text: string, lines: boolean): string {
  /* eslint-disable no-control-regex -- control characters are what is looked for. */
  const tidy = text
    .replace(/\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g, '\n')
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g, ' ');
  /* eslint-enable no-control-regex */
  return lines ? tidy : tidy.replace(/[\n\t]+/g, ' ');
}

/** Whether a paste must be changed before it enters the field. */
export function needsCleaning(text: string, lines: boolean): boolean {
  return cleanPaste(text, lines) !== text;
}

/** A paste handler for text fields: cleans what is pasted and leaves undo and caret as they are. */
export function pasteClean(
  event: ClipboardEvent & { currentTarget: HTMLInputElement | HTMLTextAreaElement },
) {
  const field = event.currentTarget;
  const lines = field instanceof HTMLTextAreaElement;
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (!needsCleaning(text, lines)) return;
  event.preventDefault();
  const start = field.selectionStart ?? field.value.length;
  field.setRangeText(cleanPaste(text, lines), start, field.selectionEnd ?? start, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
}
