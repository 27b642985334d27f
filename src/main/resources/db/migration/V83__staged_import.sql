-- Which sessions hold leases, and when each was last heard of by the clock of the database: one that is silent is ended.
create table lease_session (
    pid integer primary key,
    started_at timestamptz not null,
    seen_at timestamptz not null
);

-- An import is checked as a whole and then applied batch by batch; after a stop it goes on where it stood.
alter table import_run
    add column phase text check (phase in ('CHECKING', 'APPLYING')),
    -- The file on the disk of the node that took it in, and the sealed key without which it cannot be read; null at the end.
    add column stage uuid,
    add column stage_key bytea,
    add column stage_from bigint not null default 0,
    add column stage_to bigint not null default 0,
    -- Starts without getting past the row that was reached.
    add column tries integer not null default 0,
    add column reached bigint not null default 0,
    -- Since when its process is gone and its file is not here.
    add column lost_at timestamptz,
    -- The end of the change log when everything was stored, and when the index had followed.
    add column searchable_mark bigint,
    add column searchable_at timestamptz;
create index import_run_unsearched on import_run (id) where searchable_mark is not null and searchable_at is null;

-- The records that an import has checked and not yet stored: ids and policies, no text. What a crash empties is made again.
create unlogged table import_staged (
    import_id uuid not null,
    entity text not null,
    id uuid not null,
    organization_id uuid,
    service_id uuid,
    location_id uuid,
    policy text not null,
    primary key (import_id, id, entity)
);
