/// <reference types="svelte" />
/// <reference types="vite/client" />
declare module '$backend/chosen' {
  export const backend: import('$lib/backend').Backend;
}
