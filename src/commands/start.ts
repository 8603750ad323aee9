/** `npm start` builds the site and serves it; `npm run preview` (`--built`) serves what is built already. */
import { build } from 'vite';
import { serve } from './serve.ts';

if (!process.argv.includes('--built')) await build({ logLevel: 'warn' });
const served = await serve('build');
console.log(served.address);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	process.once(signal, () => {
		void served.close().then(() => process.exit(0));
	});
}
