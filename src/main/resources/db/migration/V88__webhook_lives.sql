-- A subscription lives by a key, or by the admin's where that says so. One that names neither, made by a token or by a node
-- of an earlier version, has stopped until it is resumed.
alter table webhook add column lives_by_admin boolean not null default false;
create function webhook_lives(w webhook, at timestamptz) returns boolean language sql stable as $$
    select (w.key_id is not null or w.lives_by_admin or w.created_by = 'admin') and webhook_stands(w.key_id, w.gone_at, at)
$$;
create or replace function webhook_fan_out() returns trigger language plpgsql as $$
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
        where r.id = new.referral_id and webhook_lives(w, new.at);
    return null;
end
$$;
