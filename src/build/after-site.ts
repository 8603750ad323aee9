import type { Plugin } from 'vite';

/**
 * A plugin that works on the finished site. For a build that failed `closeBundle` comes twice, the second time without the
 * error (`findings/vite-failed-build-close.sh`), and would find an earlier one's site; `writeBundle` only comes where all
 * before it went well.
 */
export function afterSite(name: string, work: () => void | Promise<void>): Plugin {
	let isWritten = false;
	return {
		name,
		apply: 'build',
		enforce: 'post',
		writeBundle: {
			sequential: true,
			order: 'post',
			handler() {
				if (this.environment.name === 'ssr') isWritten = true;
			},
		},
		closeBundle: {
			sequential: true,
			order: 'post',
			async handler() {
				if (this.environment.name === 'ssr' && isWritten) await work();
			},
		},
	};
}
