-- A subscription lives by the key that made it, or by the admin's where this is null; and by a receiver that is there.
alter table webhook add column key_id uuid references api_key;
update webhook set key_id = k.id from api_key k where k.id::text = webhook.created_by;
alter table webhook add column gone_at timestamptz;

create function webhook_stands(key_id uuid, gone_at timestamptz, at timestamptz) returns boolean language sql stable as $$
    select gone_at is null and (key_id is null or exists (select 1 from api_key k where k.id = webhook_stands.key_id
        and k.revoked_at is null and (k.expires_at is null or k.expires_at > webhook_stands.at)))
$$;

-- Whoever carries a message has it in hand for a while: a node that lost its right must not send beside the next one.
alter table webhook_delivery add column claim uuid;
alter table webhook_delivery add column claimed_until timestamptz;

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
        where r.id = new.referral_id and webhook_stands(w.key_id, w.gone_at, new.at);
    return null;
end
$$;
