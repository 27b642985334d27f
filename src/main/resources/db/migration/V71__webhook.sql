-- Who wants to be told when a referral moves. The secret is sealed with a key derived from the master key.
create table webhook (
    id uuid primary key,
    url text not null,
    events text[] not null,
    organization_id uuid,
    created_by text not null,
    -- Of every referral, for an operator; else of those of its organisation, or of its key where it has none.
    sees_all boolean not null,
    sealed_secret bytea not null,
    created_at timestamptz not null,
    -- Consecutive failures, and until when they let nothing be tried.
    failures integer not null default 0,
    paused_until timestamptz
);
create index webhook_owner on webhook (organization_id, created_by);

-- What there is to tell: ids and states alone. A row is written by the event itself, so that none is lost.
create table webhook_delivery (
    seq bigint generated always as identity primary key,
    id uuid not null unique,
    webhook_id uuid not null references webhook on delete cascade,
    referral_id uuid not null,
    event_no integer not null,
    kind text not null,
    from_status text,
    to_status text not null,
    happened_at timestamptz not null,
    status text not null check (status in ('pending', 'delivered', 'dead')),
    attempts integer not null default 0,
    -- Since when it is tried; three days later it is given up.
    since timestamptz not null,
    next_attempt_at timestamptz not null,
    last_attempt_at timestamptz,
    last_answer text,
    delivered_at timestamptz
);
create index webhook_delivery_order on webhook_delivery (webhook_id, referral_id, event_no) where status = 'pending';
create index webhook_delivery_due on webhook_delivery (next_attempt_at) where status = 'pending';
create index webhook_delivery_list on webhook_delivery (webhook_id, seq);
create index webhook_delivery_old on webhook_delivery (last_attempt_at) where status <> 'pending';

create function webhook_fan_out() returns trigger language plpgsql as $$
begin
    insert into webhook_delivery (id, webhook_id, referral_id, event_no, kind, from_status, to_status, happened_at,
            status, since, next_attempt_at)
        select gen_random_uuid(), w.id, new.referral_id, new.no, new.kind, new.from_status, new.to_status, new.at,
            'pending', new.at, new.at
        from referral r
        join webhook w on w.sees_all
            or w.organization_id = r.sender_organization_id
            or w.organization_id = r.provider_organization_id
            or (w.organization_id is null and r.sender_organization_id is null and w.created_by = r.sent_by)
        where r.id = new.referral_id;
    return null;
end
$$;
create trigger referral_event_told after insert on referral_event for each row execute function webhook_fan_out();
