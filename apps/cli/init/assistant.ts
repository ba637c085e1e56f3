/** Where something of an assistant lies: below the project, or below the user's home. */
export type Scope = 'project' | 'user';

/** Folders that differ from machine to machine. */
export interface Places {
  readonly project: string;
  readonly home: string;
  /** `XDG_CONFIG_HOME`, or what stands for it. */
  readonly config: string;
  /** Where VS Code keeps the user's profile. */
  readonly code: string;
}

/** How the server is started. */
export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
}

export interface ConfigurationFile {
  /** The first that exists, otherwise the last one is made. */
  readonly paths: Partial<Record<Scope, (places: Places) => readonly string[]>>;
  readonly format: 'json' | 'jsonc' | 'toml';
  /** Keys down to the object that holds the servers. */
  readonly servers: readonly string[];
  readonly entry: (launch: Launch) => Readonly<Record<string, unknown>>;
}

export interface AgentFile {
  readonly paths: Partial<Record<Scope, (places: Places) => readonly string[]>>;
  /** `section`: a marked part of a file that is the user's own. */
  readonly shape: 'file' | 'section';
  readonly render: (workflow: string) => string;
}

/** One assistant: how it is recognised, where its servers are configured, and where an agent or rule file goes. */
export interface Assistant {
  readonly id: string;
  readonly name: string;
  /** Any of these is there: the assistant is in use. */
  readonly signs: (places: Places) => readonly string[];
  readonly configuration: ConfigurationFile;
  readonly agent: AgentFile;
  /** Where the formats were read, and when. */
  readonly sources: readonly { readonly url: string; readonly readOn: string }[];
}
