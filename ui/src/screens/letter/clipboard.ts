/** Puts text where it can be pasted from. */

/** Copies the text that a field shows; gives whether that was done. The text stays selected if not. */
export async function copied(text: string, shown: HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    shown.focus();
    shown.select();
    const command: unknown = Reflect.get(document, 'execCommand');
    return typeof command === 'function' && command.call(document, 'copy') === true;
  }
}
