create table taxonomy (
    id uuid primary key,
    name text not null,
    last_modified timestamptz not null,
    body jsonb not null
);

create table taxonomy_term (
    id uuid primary key,
    code text not null,
    name text not null,
    taxonomy_id uuid references taxonomy,
    parent_id uuid,
    last_modified timestamptz not null,
    body jsonb not null
);
create unique index taxonomy_term_code on taxonomy_term (taxonomy_id, code) nulls not distinct;
create index taxonomy_term_parent on taxonomy_term (parent_id);

create table organization (
    id uuid primary key,
    name text not null,
    parent_organization_id uuid,
    term_ids uuid[] not null,
    last_modified timestamptz not null,
    body jsonb not null,
    words tsvector not null generated always as (
        to_tsvector('simple', name || ' ' || coalesce(body ->> 'alternate_name', '') || ' ' || coalesce(body ->> 'description', ''))) stored
);
create index organization_words on organization using gin (words);
create index organization_modified on organization (last_modified);

create table service (
    id uuid primary key,
    organization_id uuid references organization,
    name text not null,
    status text not null,
    kind text not null,
    location_policy text not null,
    term_ids uuid[] not null,
    last_modified timestamptz not null,
    body jsonb not null,
    words tsvector not null generated always as (
        to_tsvector('simple', name || ' ' || coalesce(body ->> 'alternate_name', '') || ' ' || coalesce(body ->> 'description', ''))) stored
);
create index service_organization on service (organization_id);
create index service_words on service using gin (words);
create index service_terms on service using gin (term_ids);
create index service_modified on service (last_modified);

-- A place that is not public holds no street, postcode or coordinates here or anywhere: they are dropped at the door.
create table location (
    id uuid primary key,
    organization_id uuid references organization,
    location_policy text not null,
    postal_code text,
    latitude double precision,
    longitude double precision,
    last_modified timestamptz not null,
    body jsonb not null,
    check (location_policy = 'PUBLIC' or (postal_code is null and latitude is null and longitude is null))
);
create index location_organization on location (organization_id);

create table service_at_location (
    id uuid primary key,
    service_id uuid not null references service on delete cascade,
    location_id uuid not null references location on delete cascade,
    last_modified timestamptz not null,
    body jsonb not null
);
create index service_at_location_service on service_at_location (service_id);
create index service_at_location_location on service_at_location (location_id);

-- What changed, field by field. A redaction empties the values and leaves the row.
create table history (
    ticket bigint generated always as identity primary key,
    entity text not null,
    id uuid not null,
    op text not null,
    at timestamptz not null,
    actor text,
    field text not null,
    previous jsonb,
    replacement jsonb
);
create index history_record on history (entity, id, ticket);
