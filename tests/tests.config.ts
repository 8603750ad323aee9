import { availableParallelism } from 'node:os';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { fonts } from '#build/fonts.ts';

/** Each test lane brings what it needs; the whole site is none of it. */
export default defineConfig({
	test: {
		maxWorkers: '100%',
		reporters: ['default', './tests/quality/reporter.ts'],
		projects: [
			{
				plugins: [fonts(), svelte()],
				test: {
					name: 'unit',
					// Loading modules anew for each file would be a third of the time.
					isolate: false,
					testTimeout: 120_000,
					css: { include: /\?raw/ },
					include: ['tests/**/*.test.ts'],
					exclude: ['tests/site/**', 'tests/browser/**', 'tests/engines/**'],
					sequence: { groupOrder: 0 },
				},
			},
			{
				test: {
					name: 'site',
					include: ['tests/site/**/*.test.ts'],
					globalSetup: ['tests/site/built.ts'],
					// Types, lint and unit tests run beside it.
					testTimeout: 60_000,
					sequence: { groupOrder: 1 },
				},
			},
			{
				test: {
					name: 'browser',
					// A browser waits, but works in several processes: with two for each core, pages starve on a slow machine.
					maxWorkers: availableParallelism() + 1,
					include: ['tests/browser/**/*.test.ts'],
					globalSetup: ['tests/site/built.ts'],
					sequence: { groupOrder: 2 },
					expect: { poll: { timeout: 20_000, interval: 20 } },
					testTimeout: 180_000,
					hookTimeout: 120_000,
				},
			},
			{
				test: {
					name: 'engines',
					include: ['tests/engines/**/*.test.ts'],
					globalSetup: ['tests/site/built.ts'],
					// One engine after another, and nothing beside them.
					sequence: { groupOrder: 3 },
					fileParallelism: false,
					testTimeout: 180_000,
					hookTimeout: 60_000,
				},
			},
		],
	},
});
