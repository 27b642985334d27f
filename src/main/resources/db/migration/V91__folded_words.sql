-- A text as it is compared: in small letters, accents gone, letters that are one with another taken apart, every apostrophe
-- the same one. The same on the side of the records and of what is asked for. Latin, Greek and Cyrillic accents, Hebrew and
-- Arabic points.
create function folded_text(text) returns text language plpgsql immutable strict parallel safe as $$
declare
    folded text;
begin
    if octet_length($1) = char_length($1) then
        return lower(replace($1, '`', ''''));
    end if;
    folded := replace(regexp_replace($1, '[`´‘’‛ʹʻʼʽʾʿˈ′＇ꞌꞋ՚׳]', '''', 'g'), '‑', '-');
    folded := regexp_replace(normalize(folded, NFKD),
        '[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f]', '', 'g');
    folded := lower(replace(folded, '‐', '-'));
    if folded ~ '[øłđðıħŧæœßþ]' then
        folded := replace(replace(replace(replace(translate(folded, 'øłđðıħŧ', 'olddiht'),
            'æ', 'ae'), 'œ', 'oe'), 'ß', 'ss'), 'þ', 'th');
    end if;
    return folded;
end
$$;

-- The words of a text. One with an apostrophe counts as one word and as the two that it parts: women's is found by womens
-- and by women.
create function folded_words(text) returns tsvector language plpgsql immutable strict parallel safe
    -- A dump is restored without a search path.
    set search_path from current as $$
declare
    folded text := folded_text($1);
begin
    if strpos(folded, '''') = 0 then
        return to_tsvector('pg_catalog.simple', folded);
    end if;
    return to_tsvector('pg_catalog.simple', replace(folded, '''', '')) || to_tsvector('pg_catalog.simple',
        (select coalesce(string_agg(translate(parted[1], '''', ' '), ' '), '') from regexp_matches(folded, '\S+''\S+', 'g') as parted));
end
$$;

-- What is typed, for a query; quotation marks of every kind make a phrase.
create function folded_query(text) returns tsquery language sql immutable strict parallel safe as $$
    select websearch_to_tsquery('pg_catalog.simple', replace(folded_text(translate($1, '“”„«»', '"""""')), '''', ''))
$$;

alter table organization drop column words;
alter table organization add column words tsvector not null generated always as (
    folded_words(name || ' ' || coalesce(body ->> 'alternate_name', '') || ' ' || coalesce(body ->> 'description', ''))) stored;
create index organization_words on organization using gin (words);

alter table service drop column words;
alter table service add column words tsvector not null generated always as (
    folded_words(name || ' ' || coalesce(body ->> 'alternate_name', '') || ' ' || coalesce(body ->> 'description', ''))) stored;
create index service_words on service using gin (words);
