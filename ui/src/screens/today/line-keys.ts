/** The keys of a line on Today. */

/** Presses the button of a key, where the line in which the link stands has one. */
export function lineKeys(link: HTMLElement): () => void {
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const answers = link.closest('[data-line]')?.querySelectorAll<HTMLElement>('[data-key]');
    const answer = [...(answers ?? [])].find((one) => one.dataset['key'] === event.key);
    const button = answer?.querySelector('button');
    if (!button) return;
    event.preventDefault();
    button.click();
  };
  link.addEventListener('keydown', press);
  return () => link.removeEventListener('keydown', press);
}
