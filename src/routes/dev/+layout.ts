// Pages for developers: only `npm run dev` serves them; no build contains them (svelte.config.js).
export const prerender = false;
