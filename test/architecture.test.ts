import { dirname, extname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cyclesOf, importsOf, projectFiles, textOf } from './support/sources.ts';

/** A layer: which files it has, and which files and packages they may import. */
interface Layer {
  readonly name: string;
  readonly has: RegExp;
  readonly files: RegExp;
  readonly packages: RegExp;
}

/** The walls of docs/architecture.md. The first layer that has a file is the file's layer. */
const layers: readonly Layer[] = [
  {
    name: 'core',
    has: /^language-server\/core\//,
    files: /^language-server\/core\//,
    packages: /^(fastest-levenshtein|ipaddr\.js|@noble\/hashes\/.*)$/,
  },
  {
    name: 'language',
    has: /^language-server\/language\//,
    files: /^language-server\/(core|language)\//,
    packages: /^(langium|chevrotain)($|\/)/,
  },
  {
    name: 'protocol',
    has: /^language-server\/protocol(-shapes|-exchange)?\.ts$/,
    files: /^language-server\/(core\/|protocol(-exchange)?\.ts$)/,
    packages: /^(vscode-languageserver-types|valibot)$/,
  },
  {
    name: 'editor',
    has: /^language-server\/editor\//,
    files: /^(language-server\/((core|language|editor)\/|protocol(-exchange)?\.ts$)|snippets\/zones\.json$)/,
    packages: /^(langium|vscode-languageserver)($|\/(?!node|browser))/,
  },
  {
    name: 'files',
    has: /^language-server\/files\//,
    files: /^language-server\/(core|files)\//,
    packages: /^(csv-parse|fflate|hucre\/xlsx|saxes|yaml|node:stream)$/,
  },
  {
    name: 'lsp',
    has: /^language-server\/lsp\//,
    files: /^language-server\/((core|language|editor|lsp)\/|protocol(-shapes|-exchange)?\.ts$)/,
    packages: /^(vscode-languageserver(-textdocument)?($|\/(?!node|browser))|valibot$)/,
  },
  {
    name: 'documents',
    has: /^language-server\/documents\//,
    files: /^language-server\/(documents\/|core\/(text\/|report\/(document\/blocks\.ts$|writers\/numbering\.ts$)))/,
    packages: /^(docx|fflate|svgpath)$/,
  },
  {
    name: 'cli',
    has: /^language-server\/cli\//,
    files: /^language-server\/(?!(lsp|documents)\/)/,
    packages: /^(?!docx|svgpath)/,
  },
  {
    name: 'main',
    has: /^language-server\/(main-\w+|load-documents|encoding|node-files|node-runtime|page-server|paths|private-folder|stdio)\.ts$/,
    files: /^language-server\//,
    packages: /./,
  },
  {
    name: 'webview',
    has: /^src\/(preview|posture|report)\/webview\//,
    files: /^(src\/(preview|posture|report)\/(webview\/|messages\.ts$)|language-server\/core\/)/,
    packages: /^d3-/,
  },
  {
    name: 'client',
    has: /^src\//,
    files: /^(src\/(?!(preview|posture)\/webview\/)|language-server\/(protocol(-shapes|-exchange)?\.ts$|core\/))/,
    packages: /^(vscode|vscode-languageclient\/(node|browser)|valibot|node:.*)$/,
  },
];

const files = projectFiles();
const sources = files.filter((file) => /^(language-server|src)\/.*\.ts$/.test(file) && !file.includes('/generated/'));
const layerOf = (file: string): Layer | undefined => layers.find((layer) => layer.has.test(file));

describe('the walls', () => {
  test('each source file belongs to a layer', () => {
    expect(sources.length).toBeGreaterThan(0);
    expect(sources.filter((file) => !layerOf(file))).toEqual([]);
  });

  test.each(layers)('$name imports only what it may', (layer) => {
    const breaches = sources
      .filter((file) => layerOf(file) === layer)
      .flatMap((file) =>
        importsOf(file)
          .filter((used) => (used.file ? !layer.files.test(used.file) : !layer.packages.test(used.module)))
          .map((used) => `${file} imports ${used.module}`),
      );
    expect(breaches).toEqual([]);
  });

  test('the readers of other formats are loaded by nobody but their own bundle', () => {
    const own = /^language-server\/(files\/|main-files\.ts$)/;
    const loading = sources
      .filter((file) => !own.test(file))
      .filter((file) => importsOf(file).some((used) => !used.typeOnly && own.test(used.file ?? '')));
    // For the type of what it loads when it is asked.
    expect(loading).toEqual(['language-server/node-files.ts']);
    expect(importsOf('language-server/main-files.ts').some(({ file }) => file?.includes('/files/'))).toBe(true);
  });

  test('the client knows no more of Node than the process it starts', () => {
    const users = sources.filter(
      (file) => file.startsWith('src/') && importsOf(file).some((used) => used.module.startsWith('node:')),
    );
    expect(users).toEqual([]);
  });
});

test('each notification of the server is heard in one place: a second handler would take the place of the first', () => {
  const heard = sources
    .filter((file) => /^src\//.test(file))
    .flatMap((file) =>
      [...textOf(file).matchAll(/\bclient\.on(?:Notification|Request)\((\w+)/g)].map(([, method]) => method),
    );
  expect(heard.length).toBeGreaterThan(0);
  expect(heard).toEqual([...new Set(heard)]);
});

test('notifications are shown in one place, which lets no text of a file make a link of a command', () => {
  const showing = sources.filter((file) => file.startsWith('src/') && /\.show\w+Message\(/.test(textOf(file)));
  expect(showing).toEqual(['src/tell.ts']);
});

describe('the plant', () => {
  /** Whatever shows, finds or lists what is in a plant. */
  const reader = /^language-server\/(core\/(diagram|report|search|exchange|export)\/|editor\/(hover\/|outline\.ts$))/;
  /** What a reader may use of core: the plant, what needs no workspace, and the words for how a control stands. */
  const readable =
    /^language-server\/core\/(plant|model|text|diagram|report|search|exchange|export|rules)\/|\/analysis\/(status|in-force)\.ts$/;
  const importsIn = (has: RegExp) =>
    sources
      .filter((file) => has.test(file))
      .flatMap((file) =>
        importsOf(file).map(({ module, typeOnly, file: used = '' }) => ({ file, module, typeOnly, used })),
      )
      .filter(({ used }) => used.startsWith('language-server/core/'));
  const breaches = (imports: ReturnType<typeof importsIn>) =>
    imports.map(({ file, module }) => `${file} imports ${module}`);

  test('is all that its readers know of a workspace, but for the types of others', () => {
    const imports = importsIn(reader);
    expect(imports.some(({ used }) => used.startsWith('language-server/core/plant/'))).toBe(true);
    expect(breaches(imports.filter(({ used, typeOnly }) => !typeOnly && !readable.test(used)))).toEqual([]);
  });

  test('is where its readers find elements, not in the units', () => {
    const walk = /\.unit\b|[{,]\s*unit\s*[,}:]/;
    expect(sources.filter((file) => reader.test(file) && walk.test(textOf(file)))).toEqual([]);
  });

  test('rests on engine, model and analysis, which do not know it', () => {
    const under = /^language-server\/core\/(plant|engine|model|analysis|text)\//;
    expect(breaches(importsIn(/\/core\/plant\//).filter(({ used }) => !under.test(used)))).toEqual([]);
    const judges = importsIn(/\/core\/(engine|model|analysis|rules|fixes|text)\//);
    expect(breaches(judges.filter(({ used }) => used.includes('/core/plant/')))).toEqual([]);
  });
});

describe('cycles', () => {
  const folderOf = (file: string): string => dirname(file);

  test.each(['core', 'language', 'editor', 'cli'])('the folders of %s do not import each other in a ring', (layer) => {
    const graph = new Map<string, Set<string>>();
    const own = (file: string) => file.startsWith(`language-server/${layer}/`);
    // What stands in the layer's own folder ties its folders together.
    const folders = sources.filter((file) => own(file) && folderOf(file) !== `language-server/${layer}`);
    for (const file of folders) {
      const from = folderOf(file);
      const targets = importsOf(file).flatMap((used) =>
        used.file && folders.includes(used.file) ? [folderOf(used.file)] : [],
      );
      graph.set(from, new Set([...(graph.get(from) ?? []), ...targets.filter((target) => target !== from)]));
    }
    expect(graph.size).toBeGreaterThan(1);
    expect(cyclesOf(graph).map((cycle) => cycle.join(' -> '))).toEqual([]);
  });

  test('a folder of core uses those above it in docs/architecture.md, and none below', () => {
    const order = [...textOf('docs/architecture.md').matchAll(/^\| `(\w+)\/` \|/gm)].map(([, folder]) => folder!);
    const core = order.slice(0, order.indexOf('export') + 1);
    const rank = (file: string) => core.indexOf(/^language-server\/core\/(\w+)\//.exec(file)?.[1] ?? '');
    const own = sources.filter((file) => file.startsWith('language-server/core/'));
    expect(own.filter((file) => rank(file) < 0)).toEqual([]);
    const breaches = own.flatMap((file) =>
      importsOf(file).flatMap(({ module, file: used }) =>
        used && rank(used) > rank(file) ? [`${file} imports ${module}`] : [],
      ),
    );
    expect(breaches).toEqual([]);
  });

  test('no file needs itself, not even for a type', () => {
    const graph = new Map(
      sources.map((file) => [file, new Set(importsOf(file).flatMap((used) => (used.file ? [used.file] : [])))]),
    );
    expect(cyclesOf(graph).map((cycle) => cycle.join(' -> '))).toEqual([]);
  });
});

describe('what an evaluation reads is remembered', () => {
  const evaluation = sources.filter((file) => /^language-server\/core\/(analysis|rules)\//.test(file));
  /** What shows another unit as it stands, and the one file that may look: it remembers what is asked of it. */
  const unremembered: Readonly<Record<string, readonly string[]>> = {
    'language-server/core/engine/reveal.ts': [],
    'language-server/core/engine/system-terms.ts': ['language-server/core/analysis/statements.ts'],
    'language-server/core/engine/tracking.ts': ['language-server/core/analysis/statements.ts'],
  };

  test('rules and analysis ask for facts of what is in other units', () => {
    const breaches = evaluation.flatMap((file) =>
      importsOf(file).flatMap(({ file: used }) =>
        used && unremembered[used] && !unremembered[used].includes(file) ? [`${file} imports ${used}`] : [],
      ),
    );
    expect(evaluation.length).toBeGreaterThan(0);
    expect(breaches).toEqual([]);
  });

  test('and claim of nothing that it is of their own unit', () => {
    const claim =
      / as (?:\w+ as )?(?:readonly )?(?:Entry|ElementRef|ZoneRef|AssetRef|ConduitRef|RiskRef|FlowRef|TrackedQuery|Unit|Zone|Asset|Conduit|Flow|Risk|Statement|AssetType|RuleContext|typeof|never|any)\b/;
    const predicate = /\bis (?:Entry|ElementRef|ZoneRef|AssetRef|ConduitRef|RiskRef|FlowRef)\b|\basserts \w/;
    expect(evaluation.filter((file) => claim.test(textOf(file)))).toEqual([]);
    expect(evaluation.filter((file) => predicate.test(textOf(file)))).toEqual([]);
    // What writes out an object shows also what its type hides.
    const rules = evaluation.filter((file) => !file.includes('/rules/frame/'));
    expect(rules.filter((file) => /\bJSON\.stringify\b/.test(textOf(file)))).toEqual([]);
    expect(evaluation.filter((file) => /\boverview\b/.test(textOf(file)))).toEqual([]);
  });
});

test('rules name elements as their own system writes them: a path alone is an element of that system', () => {
  const rules = sources.filter((file) => file.startsWith('language-server/core/rules/'));
  const naming = (name: string) => rules.filter((file) => new RegExp(`\\b${name}\\b`).test(textOf(file)));
  expect(naming('pathFrom').length).toBeGreaterThan(10);
  // Identity is asked by `idOf`, and what is written in the unit itself is read there.
  expect(naming('pathOf')).toEqual([]);
});

describe('what leaves the program', () => {
  /** Lines of sources that do something, `file: line`. */
  const linesWith = (what: RegExp, where: RegExp) =>
    sources
      .filter((file) => where.test(file))
      .flatMap((file) =>
        textOf(file)
          .split('\n')
          .flatMap((line) => (what.test(line) ? [`${file}: ${line.trim()}`] : [])),
      );
  const filesOf = (lines: readonly string[]) => [...new Set(lines.map((line) => line.split(':')[0]))];

  test('goes into no network and starts no program, but for the page that is printed', () => {
    const reaching = /^node:(http|https|http2|net|tls|dgram|dns|child_process|worker_threads|cluster|vm|inspector)\b/;
    const users = sources.filter((file) => importsOf(file).some(({ module }) => reaching.test(module)));
    expect(users).toEqual(['language-server/page-server.ts']);
    expect(linesWith(/\b(fetch|eval|XMLHttpRequest|WebSocket|EventSource)\(|new Function\(|sendBeacon/, /./)).toEqual(
      [],
    );
  });

  test('is said on standard error by one function', () => {
    const lines = linesWith(/\bstderr\b|\bconsole\./, /^language-server\/cli\//);
    const wrong = lines.filter((line) => !/^[^:]*cli\/terminal\.ts|createProgress\(process\.stderr\)/.test(line));
    expect(filesOf(lines)).toContain('language-server/cli/terminal.ts');
    expect(wrong).toEqual([]);
  });

  test('is written to files by one module', () => {
    const writing = /\b(writeFile|writeFileSync|appendFile\w*|createWriteStream|copyFile\w*|rename|open)\(/;
    expect(filesOf(linesWith(writing, /^language-server\//))).toEqual(['language-server/cli/write-file.ts']);
  });

  test('is Markdown by one function where somebody has written it so', () => {
    const lines = linesWith(/(?<!facts)\.(doc|guidance)\b/, /^language-server\/editor\//);
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.filter((line) => !line.includes('documentation('))).toEqual([]);
  });
});

describe('the files', () => {
  test('none is too long to read', () => {
    const code = files.filter(
      (file) => /\.(ts|mjs|langium|css)$/.test(file) && !/\/(generated|golden|library)\//.test(file),
    );
    const long = code
      .map((file) => ({ file, lines: textOf(file).split('\n').length }))
      .filter(({ lines }) => lines > 401);
    expect(long).toEqual([]);
  });

  test('none names a path of the machine it was written on', () => {
    const binary = new Set(['.png', '.woff2', '.ttf', '.wasm']);
    const machinePath = /\/(home|Users)\/[a-z]\w*\/|[A-Z]:\\Users\\|\/(work|farm|tmp\/lab)\/[a-z]/;
    const guilty = files.filter((file) => !binary.has(extname(file)) && machinePath.test(textOf(file)));
    expect(guilty.filter((file) => file !== 'test/architecture.test.ts')).toEqual([]);
  });
});
