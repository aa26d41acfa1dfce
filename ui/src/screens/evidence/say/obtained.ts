/** The usual ways in which a household comes by evidence, proposed beside those it used before. */
export const OBTAINED: readonly string[] = [
  'came by e-mail',
  'came by post',
  'handed over in the shop',
  'downloaded from their site',
  'photographed by us',
  'screenshot made by us',
  'copied from a chat',
  'recorded by us',
];
