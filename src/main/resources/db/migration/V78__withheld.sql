-- Services that tell less than they did: no search finds a document of one that is older than its row here. Written with
-- the change itself. A document carries the token that stood here when its records were read, and is good while the two
-- agree; a row stays, since an index may have stood still for as long.
create table withheld (
    service_id uuid primary key,
    token uuid not null default gen_random_uuid(),
    -- The row of change_log that was written with it.
    ticket bigint not null,
    -- Tells what a node has not read yet.
    tx xid8 not null default pg_current_xact_id()
);
create index withheld_tx on withheld (tx);
