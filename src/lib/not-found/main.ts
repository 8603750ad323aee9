/**
 * The script of the 404 page, which is served at any depth below an unknown path. The site is the nearest folder above
 * that has `embeds.json`; once it is found, the links lead there.
 */
async function lead(): Promise<void> {
	const { pathname } = location;
	const folders = [...pathname.matchAll(/\//g)].map(({ index }) => pathname.slice(0, index + 1)).reverse();
	for (const folder of folders) {
		const answer = await fetch(`${folder}embeds.json`, { method: 'HEAD' });
		if (!answer.ok || !answer.headers.get('content-type')?.includes('json')) continue;
		for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-to]'))
			link.href = folder + (link.dataset['to'] ?? '');
		for (const hidden of document.querySelectorAll('[data-found]')) hidden.removeAttribute('hidden');
		for (const shown of document.querySelectorAll('[data-lost]')) shown.setAttribute('hidden', '');
		return;
	}
}

lead().catch(() => undefined);
