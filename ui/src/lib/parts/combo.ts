/** What a combobox offers for what was typed. */
export type ComboOption = { id: string; name: string; detail?: string | null };

const AT_MOST = 50;
const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** The options whose name or detail holds every word typed; those that begin with it go first. */
export function matching<T extends ComboOption>(options: readonly T[], typed: string): T[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  const found = options.filter((option) => {
    const where = plain(`${option.name} ${option.detail ?? ''}`);
    return words.every((word) => where.includes(word));
  });
  const begins = (option: T) => (plain(option.name).startsWith(plain(typed.trim())) ? 0 : 1);
  return found.sort((a, b) => begins(a) - begins(b)).slice(0, AT_MOST);
}

/** The option of exactly this name, whatever its case. */
export function sameName(options: readonly ComboOption[], typed: string): ComboOption | undefined {
  const name = typed.trim().toLocaleLowerCase();
  return options.find((option) => option.name.trim().toLocaleLowerCase() === name);
}
