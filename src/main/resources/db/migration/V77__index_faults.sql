-- Services that the index has not, or not whole, and why; the indexer writes it and takes it away.
create table index_fault (
    service_id uuid not null,
    part text not null,
    reason text not null,
    detail text not null,
    -- The service's last_modified: what may not be tried again is tried again when that has changed.
    version timestamptz not null,
    since timestamptz not null,
    primary key (service_id, part)
);
