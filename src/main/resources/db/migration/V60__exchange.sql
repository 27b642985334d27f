create table retired_number (
    key text primary key,
    number text not null,
    reason text not null,
    source text,
    retired_on date,
    note text,
    at timestamptz not null,
    given_back_at timestamptz
);

create table import_run (
    id uuid primary key,
    actor text,
    source text,
    format text not null,
    partial boolean not null,
    dry_run boolean not null,
    status text not null check (status in ('queued', 'running', 'completed', 'failed')),
    detail text,
    read bigint not null default 0,
    added bigint not null default 0,
    changed bigint not null default 0,
    unchanged bigint not null default 0,
    refused bigint not null default 0,
    redacted bigint not null default 0,
    received_at timestamptz not null,
    started_at timestamptz,
    ended_at timestamptz
);
create index import_run_open on import_run (status) where status in ('queued', 'running');

-- What an import has to say about its rows. It never repeats an address.
create table import_finding (
    ticket bigint generated always as identity primary key,
    import_id uuid not null references import_run on delete cascade,
    row bigint not null,
    kind text not null,
    pointer text not null,
    field text not null,
    value text,
    remedy text not null
);
create index import_finding_of on import_finding (import_id, ticket);

-- A less strict policy that waits for a second editor. It holds no address: that comes after the approval.
create table policy_proposal (
    entity text not null,
    id uuid not null,
    policy text not null,
    proposed_by text not null,
    proposed_at timestamptz not null,
    primary key (entity, id)
);

create index history_kind on history (id) where entity = 'service' and field = '/kind';
