-- The relations in the record of one organisation that answer a relation in the record of another.
create function answering_relations(relation text) returns text[] language sql immutable strict parallel safe as $$
    select case relation
        when 'refers_to' then array['refers_to', 'introduces']
        when 'gives_legal_advice' then array['gives_legal_advice', 'introduces']
        when 'introduces' then array['refers_to', 'gives_legal_advice']
        when 'offers' then array['offers', 'trusted_partner', 'funded_by']
        when 'funded_by' then array['offers']
        else array[relation]
    end
$$;

-- Whether what one organisation says of another is answered there.
create function partner_confirmed(own_id uuid, entry jsonb, others jsonb) returns boolean
    language sql immutable parallel safe as $$
    select exists (
        select from jsonb_array_elements(coalesce(others, '[]')) as other
        where other ->> 'organization_id' = own_id::text
            and other ->> 'relation' = any (answering_relations(entry ->> 'relation'))
            and case
                when entry ->> 'relation' = 'law_enforcement'
                    then other ->> 'purpose' is not distinct from entry ->> 'purpose'
                when entry ->> 'relation' = 'funded_by'
                    then coalesce(other ->> 'purpose', 'funding') = 'funding'
                when other ->> 'relation' = 'funded_by'
                    then coalesce(entry ->> 'purpose', 'funding') = 'funding'
                else true
            end)
$$;

-- An organisation as it is shown: with partners that are in the directory, and whether each of them says the same.
create function told_partners(own_id uuid, own jsonb) returns jsonb language sql stable parallel safe as $$
    select case
        when count(*) = 0 then own - 'partners'
        else jsonb_set(own, '{partners}', jsonb_agg(
            entry || jsonb_build_object('confirmed', partner_confirmed(own_id, entry, p.body -> 'partners'))
            order by place))
    end
    from jsonb_array_elements(own -> 'partners') with ordinality as e (entry, place)
    join organization p on p.id = (entry ->> 'organization_id')::uuid
$$;

-- Who names an organisation.
create index organization_partners on organization using gin ((body -> 'partners') jsonb_path_ops)
    where body -> 'partners' is not null;

-- Whose history may name an organisation that goes.
create index history_partners on history (id) where entity = 'organization' and field like '/partners%';
