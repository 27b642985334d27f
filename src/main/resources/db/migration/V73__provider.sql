-- Links by which a provider looks after its own entry without an account. A token itself is never here.
create table invitation (
    id uuid primary key,
    service_id uuid not null references service on delete cascade,
    token_digest bytea not null unique,
    created_by text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null
);
create index invitation_service on invitation (service_id);

-- Services whose provider does not want to be listed: no import and no edit brings one back.
create table declined_listing (
    service_id uuid primary key,
    declined_at timestamptz not null
);
