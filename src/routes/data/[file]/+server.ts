import { error } from '@sveltejs/kit';
import { dataPackage } from '#lib/export/files.ts';
import { storyPage } from '#lib/server/story.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

function served() {
	const { files, descriptor } = dataPackage(storyPage());
	return [descriptor, ...files];
}

export const entries: EntryGenerator = () => served().map(({ path }) => ({ file: path }));

export const GET: RequestHandler = ({ params }) => {
	const file = served().find(({ path }) => path === params.file);
	if (!file) error(404, 'There is no such file.');
	return new Response(file.text, { headers: { 'content-type': `${file.mediatype}; charset=utf-8` } });
};
