-- A referral knows which doors it stands between and how it goes, never who it is about.
create table referral (
    id uuid primary key,
    service_id uuid not null,
    provider_organization_id uuid,
    sender_organization_id uuid,
    sent_by text not null,
    status text not null check (status in ('draft', 'requested', 'received', 'accepted', 'rejected', 'in-progress',
        'on-hold', 'completed', 'failed', 'cancelled', 'entered-in-error')),
    priority text not null check (priority in ('routine', 'urgent')),
    needs text[] not null,
    acknowledged text[] not null,
    overridden boolean not null,
    introduction boolean not null,
    part2 boolean not null,
    business_status text,
    reason_code text,
    outcome text,
    -- The number of its last event.
    last_event integer not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    respond_by timestamptz not null,
    reminded_at timestamptz,
    accepted_at timestamptz,
    ended_at timestamptz,
    -- Keyed hashes: the words of the client and the token of the link themselves are nowhere.
    code_digest bytea not null unique,
    link_digest bytea unique,
    link_expires_at timestamptz,
    link_used_at timestamptz,
    -- Whether the link was sent to the provider, and so was not told to the sender.
    link_mailed boolean not null
);
create index referral_sender on referral (sender_organization_id, id);
create index referral_sent_by on referral (sent_by, id) where sender_organization_id is null;
create index referral_provider on referral (provider_organization_id, id);
create index referral_service on referral (service_id, status);
create index referral_waiting on referral (respond_by) where status in ('draft', 'requested', 'received');

-- Every move, in order and without a gap for each referral; seq orders them roughly over all, gaps allowed.
create table referral_event (
    seq bigint generated always as identity primary key,
    referral_id uuid not null references referral on delete cascade,
    no integer not null check (no > 0),
    at timestamptz not null,
    side text not null check (side in ('sender', 'provider', 'link', 'admin', 'clock')),
    actor text not null,
    kind text not null check (kind in ('moved', 'reminded', 'consent-withdrawn', 'person-data-destroyed')),
    from_status text,
    to_status text not null,
    reason_code text,
    outcome text,
    business_status text,
    -- Ids and names of the next best doors, when nobody answered.
    alternatives jsonb,
    unique (referral_id, no)
);

create function referral_event_stands() returns trigger language plpgsql as $$
begin
    raise exception 'an event of a referral is never changed';
end
$$;
create trigger referral_event_rows before update on referral_event for each row execute function referral_event_stands();

-- What may be known of a person while her consent lasts. The key of a row is wrapped by one derived from the master key.
create table person_vault (
    referral_id uuid primary key references referral on delete cascade,
    wrapped_key bytea not null,
    sealed bytea not null,
    expires_at timestamptz not null
);
create index person_vault_expiry on person_vault (expires_at);

-- What was asked under an Idempotency-Key, for a day: keyed hashes alone, without the client and the person.
create table idempotency (
    owner text not null,
    key_digest text not null,
    body_digest text not null,
    referral_id uuid not null references referral on delete cascade,
    created_at timestamptz not null,
    primary key (owner, key_digest)
);
create index idempotency_age on idempotency (created_at);
