import { dirname, relative, resolve } from 'node:path';
import ts from 'typescript';

/*
 * TypeScript from many files as one file, with its types, its comments and its layout: what
 * `import` and `export` have joined now stands in one scope. Only the statements that are needed; a
 * name that two files have gets the name of its file behind it.
 */

export interface Bundle {
  /** The statements of the entry that declare something. */
  readonly entry: string;
  /** Those of all other files. */
  readonly rest: string;
  /** The statements of the entry that do something. */
  readonly start: string;
  /** Packages that these need, with the name under which they know each. */
  readonly packages: ReadonlyMap<string, string>;
}

interface BundleOptions {
  /** The files that are imported instead of this one; itself where nothing is to be changed. */
  readonly insteadOf: (file: string) => readonly string[];
  /** Names of the entry that somebody else declares in front of it. */
  readonly given: readonly string[];
  /** Begins the part of a file: what is said of it. */
  readonly heading: (file: string) => string;
}

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  allowImportingTsExtensions: true,
  noEmit: true,
  strict: true,
  types: [],
};

/** The statements of `entry`, a path, and of what it imports. */
export function bundle(entry: string, options: BundleOptions): Bundle {
  const program = ts.createProgram([entry], OPTIONS);
  const checker = program.getTypeChecker();
  const sourceOf = (file: string) => {
    const source = program.getSourceFile(file);
    if (!source) throw new Error(`not among the files that ${entry} imports: ${file}`);
    return source;
  };
  const files = inOrder(entry, sourceOf, options.insteadOf);
  const places = declaredIn(files.map(sourceOf), checker);
  const packages = new Map<string, string>();

  /** What an identifier means: a statement of one of the files, or a package. */
  const meaning = (node: ts.Identifier): ts.Symbol | undefined => {
    const shorthand = ts.isShorthandPropertyAssignment(node.parent);
    const found = shorthand
      ? checker.getShorthandAssignmentValueSymbol(node.parent)
      : checker.getSymbolAtLocation(node);
    if (!found) return undefined;
    const from = found.declarations?.[0];
    if (from && ts.isImportClause(from)) {
      const name = (from.parent.moduleSpecifier as ts.StringLiteral).text;
      if (!name.startsWith('.')) packages.set(name, node.text);
    }
    const meant = found.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(found) : found;
    return copied(meant, checker) ?? meant;
  };

  const kept = needed(files.map(sourceOf), sourceOf(entry), places, meaning);
  const names = namesOf(kept, places);
  const texts = (source: ts.SourceFile, keep: (statement: ts.Statement) => boolean) =>
    source.statements
      .filter((statement) => kept.has(statement) && keep(statement))
      .map((statement) => textOf(statement, names, meaning));
  const isGiven = (statement: ts.Statement) =>
    ts.isVariableStatement(statement) &&
    statement.declarationList.declarations.some(({ name }) =>
      options.given.includes(name.getText()),
    );
  const others = files
    .filter((file) => file !== entry)
    .map((file) => [file, texts(sourceOf(file), () => true)] as const)
    .filter(([, parts]) => parts.length > 0);
  return {
    entry: texts(sourceOf(entry), (each) => declares(each) && !isGiven(each)).join('\n\n'),
    rest: others
      .map(([file, parts]) => `${options.heading(file)}\n\n${parts.join('\n\n')}`)
      .join('\n\n'),
    start: texts(sourceOf(entry), (each) => !declares(each)).join('\n\n'),
    packages,
  };
}

const isRelative = (statement: ts.Statement): statement is ts.ImportDeclaration =>
  (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) &&
  statement.moduleSpecifier !== undefined &&
  (statement.moduleSpecifier as ts.StringLiteral).text.startsWith('.');

/** The files that `entry` needs, each after those that it imports. */
function inOrder(
  entry: string,
  sourceOf: (file: string) => ts.SourceFile,
  insteadOf: (file: string) => readonly string[],
): string[] {
  const found = new Set<string>();
  const begun = new Set<string>();
  const visit = (file: string) => {
    if (begun.has(file)) return;
    begun.add(file);
    for (const statement of sourceOf(file).statements.filter(isRelative)) {
      const path = resolve(dirname(file), (statement.moduleSpecifier as ts.StringLiteral).text);
      insteadOf(path).forEach(visit);
    }
    found.add(file);
  };
  visit(entry);
  return [...found];
}

const declares = (statement: ts.Statement): boolean =>
  ts.isVariableStatement(statement) ||
  ts.isFunctionDeclaration(statement) ||
  ts.isClassDeclaration(statement) ||
  ts.isInterfaceDeclaration(statement) ||
  ts.isTypeAliasDeclaration(statement);

/** Where each name of a file's own is declared. */
function declaredIn(sources: readonly ts.SourceFile[], checker: ts.TypeChecker) {
  const places = new Map<ts.Symbol, ts.Statement>();
  for (const statement of sources.flatMap((source) => [...source.statements])) {
    if (!declares(statement)) continue;
    const declarations = ts.isVariableStatement(statement)
      ? statement.declarationList.declarations
      : [statement as ts.FunctionDeclaration];
    const note = (name: ts.Node | undefined) => {
      if (!name) return;
      const symbol = ts.isIdentifier(name) ? checker.getSymbolAtLocation(name) : undefined;
      if (symbol) places.set(symbol, statement);
      else ts.forEachChild(name, (part) => note((part as ts.BindingElement).name));
    };
    for (const { name } of declarations) note(name);
  }
  return places;
}

/**
 * What a name in `const { draw } = ziggurat;` copies, where `ziggurat` is all that a file exports.
 */
function copied({ declarations }: ts.Symbol, checker: ts.TypeChecker): ts.Symbol | undefined {
  const [copy] = declarations ?? [];
  if (!copy || !ts.isBindingElement(copy)) return undefined;
  const { initializer } = copy.parent.parent as ts.VariableDeclaration;
  const from =
    initializer && ts.isIdentifier(initializer) && checker.getSymbolAtLocation(initializer);
  if (!from || !from.declarations?.some(ts.isNamespaceImport)) return undefined;
  const name = (copy.propertyName ?? copy.name).getText();
  return checker
    .getExportsOfModule(checker.getAliasedSymbol(from))
    .find((one) => one.name === name);
}

const eachIdentifier = (node: ts.Node, visit: (node: ts.Identifier) => void): void => {
  if (ts.isIdentifier(node)) visit(node);
  else ts.forEachChild(node, (child) => eachIdentifier(child, visit));
};

type Meaning = (node: ts.Identifier) => ts.Symbol | undefined;

/** Every statement that does something, and all that one of them leads to. */
function needed(
  sources: readonly ts.SourceFile[],
  entry: ts.SourceFile,
  places: ReadonlyMap<ts.Symbol, ts.Statement>,
  meaning: Meaning,
): Set<ts.Statement> {
  const joins = (statement: ts.Statement) =>
    ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement);
  const kept = new Set<ts.Statement>();
  const keep = (statement: ts.Statement) => {
    if (kept.has(statement)) return;
    kept.add(statement);
    eachIdentifier(statement, (node) => {
      const symbol = meaning(node);
      const place = symbol && places.get(symbol);
      if (place) keep(place);
    });
  };
  for (const source of sources)
    for (const statement of source.statements)
      if (!joins(statement) && (source === entry || !declares(statement))) keep(statement);
  return kept;
}

/** A name for everything that is kept, each once. */
function namesOf(
  kept: ReadonlySet<ts.Statement>,
  places: ReadonlyMap<ts.Symbol, ts.Statement>,
): ReadonlyMap<ts.Symbol, string> {
  const names = new Map<ts.Symbol, string>();
  const taken = new Set<string>();
  for (const [symbol, statement] of places) {
    if (!kept.has(statement)) continue;
    const own = symbol.name;
    const path = statement.getSourceFile().fileName.replace(/\.ts$/, '').split('/').reverse();
    const candidates = [
      own,
      ...path.filter((part) => part !== own).map((part) => `${own}_${part}`),
    ];
    const name = candidates.find((each) => !taken.has(each));
    if (name === undefined) throw new Error(`no name is left for ${own}`);
    taken.add(name);
    names.set(symbol, name);
  }
  return names;
}

/** A statement with the comments before it, under the names that it now has to use. */
function textOf(
  statement: ts.Statement,
  names: ReadonlyMap<ts.Symbol, string>,
  meaning: Meaning,
): string {
  const source = statement.getSourceFile();
  const start = statement.getFullStart();
  const edits: { from: number; to: number; text: string }[] = [];
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  for (const modifier of modifiers)
    if (modifier.kind === ts.SyntaxKind.ExportKeyword)
      edits.push({ from: modifier.getStart(), to: modifier.end + 1, text: '' });
  eachIdentifier(statement, (node) => {
    const symbol = meaning(node);
    const name = symbol && names.get(symbol);
    if (name === undefined) return;
    const { parent } = node;
    // `ziggurat.draw` of `import * as ziggurat`.
    const inNamespace =
      (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
      (ts.isQualifiedName(parent) && parent.right === node);
    if (inNamespace) edits.push({ from: parent.getStart(), to: node.end, text: name });
    else if (name !== node.text) {
      const text = ts.isShorthandPropertyAssignment(parent) ? `${node.text}: ${name}` : name;
      edits.push({ from: node.getStart(), to: node.end, text });
    }
  });
  let text = source.text.slice(start, statement.end);
  for (const { from, to, text: instead } of edits.sort((a, b) => b.from - a.from))
    text = text.slice(0, from - start) + instead + text.slice(to - start);
  return text.trim();
}

/** As a heading says it: from the root of the project. */
export const pathFrom = (root: string, file: string) => relative(root, file).replaceAll('\\', '/');
