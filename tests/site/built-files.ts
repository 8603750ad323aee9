/** The built pages as files. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { parse, type HTMLElement } from 'node-html-parser';
import { pathsOf } from '#build/files.js';

/** Paths of all built files, relative to `build/`, without the compressed copies. */
export const builtFiles = (): string[] => pathsOf('build').filter((path) => !/\.(br|gz)$/.test(path));

/** A built page as a tree, by its file. */
export const page = (file: string): HTMLElement => parse(readFileSync(join('build', file), 'utf8'), { comment: false });

/** Bytes of a built file as a host sends it with brotli. */
export const brotliBytes = (file: string): number => brotliCompressSync(readFileSync(join('build', file))).length;
