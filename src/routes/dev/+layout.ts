// For those who work on the story: `npm run dev` serves what lies here, and no build holds any of it (svelte.config.js).
export const prerender = false;
