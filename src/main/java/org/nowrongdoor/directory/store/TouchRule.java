package org.nowrongdoor.directory.store;

import java.util.Arrays;
import java.util.List;
import org.nowrongdoor.storage.ChangedEntity;

/** Whom a change of a record touches: each rule says which records show it. Index and feed both go by this list; what a
 *  record was part of before a change and is not after it is told with the change itself. */
enum TouchRule {
    SERVICES_OF_ORGANIZATION(
            ChangedEntity.ORGANIZATION,
            ChangedEntity.SERVICE,
            "select s.organization_id, s.id, true from service s where s.organization_id = any(?)"),
    // Whether a partner confirms, and whether it is here at all, is told by its own record.
    ORGANIZATIONS_NAMING_PARTNER(
            ChangedEntity.ORGANIZATION,
            ChangedEntity.ORGANIZATION,
            "select n.id, o.id, true from unnest(?) as n(id) join organization o on o.body -> 'partners'"
                    + " @> jsonb_build_array(jsonb_build_object('organization_id', n.id))"),
    SERVICES_AT_LOCATION(
            ChangedEntity.LOCATION,
            ChangedEntity.SERVICE,
            "select p.location_id, p.service_id, " + TouchRule.PUBLIC_PAIR + TouchRule.PAIRS
                    + " where p.location_id = any(?)"),
    SERVICE_OF_PAIR(
            ChangedEntity.SERVICE_AT_LOCATION,
            ChangedEntity.SERVICE,
            "select p.id, p.service_id, " + TouchRule.PUBLIC_PAIR + TouchRule.PAIRS + " where p.id = any(?)"),
    // A service is found by the names of the broader terms as well; its record says what its own was called.
    SERVICES_WITH_TERM(ChangedEntity.TAXONOMY_TERM, ChangedEntity.SERVICE, """
            with recursive below (root, id) as (
                select n.id, n.id from unnest(?) as n(id)
                union
                select b.root, t.id from below b join taxonomy_term t on t.parent_id = b.id
            )
            select b.root, s.id, false from below b join service s on s.term_ids @> array[b.id]"""),
    // An organization shows its public locations, also where a service or a pair shows it.
    SERVICES_BESIDE_LOCATION(
            ChangedEntity.LOCATION,
            ChangedEntity.SERVICE,
            "select l.id, s.id, true from location l join service s on s.organization_id = l.organization_id"
                    + " where l.id = any(?) and l.location_policy = 'PUBLIC'",
            false),
    PAIRS_BESIDE_LOCATION(
            ChangedEntity.LOCATION,
            ChangedEntity.SERVICE_AT_LOCATION,
            "select o.id, p.id, true" + TouchRule.PAIRS + " join location o on o.organization_id = s.organization_id"
                    + " where o.id = any(?) and o.location_policy = 'PUBLIC' and " + TouchRule.PUBLIC_PAIR,
            false),
    ORGANIZATION_OF_LOCATION(
            ChangedEntity.LOCATION,
            ChangedEntity.ORGANIZATION,
            "select l.id, l.organization_id, l.location_policy = 'PUBLIC' from location l"
                    + " where l.id = any(?) and l.organization_id is not null"),
    ORGANIZATION_OF_SERVICE(
            ChangedEntity.SERVICE,
            ChangedEntity.ORGANIZATION,
            "select s.id, s.organization_id, true from service s where s.id = any(?) and s.organization_id is not null"),
    PAIRS_OF_SERVICE(
            ChangedEntity.SERVICE,
            ChangedEntity.SERVICE_AT_LOCATION,
            "select s.id, p.id, " + TouchRule.PUBLIC_PAIR + TouchRule.PAIRS + " where s.id = any(?)"),
    PAIRS_AT_LOCATION(
            ChangedEntity.LOCATION,
            ChangedEntity.SERVICE_AT_LOCATION,
            "select l.id, p.id, " + TouchRule.PUBLIC_PAIR + TouchRule.PAIRS + " where l.id = any(?)"),
    PAIRS_OF_ORGANIZATION(
            ChangedEntity.ORGANIZATION,
            ChangedEntity.SERVICE_AT_LOCATION,
            "select s.organization_id, p.id, " + TouchRule.PUBLIC_PAIR + TouchRule.PAIRS
                    + " where s.organization_id = any(?)"),
    TERMS_OF_TAXONOMY(
            ChangedEntity.TAXONOMY,
            ChangedEntity.TAXONOMY_TERM,
            "select t.taxonomy_id, t.id, true from taxonomy_term t where t.taxonomy_id = any(?)");

    private static final String PAIRS = " from service_at_location p join service s on s.id = p.service_id"
            + " join location l on l.id = p.location_id";
    private static final String PUBLIC_PAIR = "s.location_policy = 'PUBLIC' and l.location_policy = 'PUBLIC'";

    final ChangedEntity of;
    final ChangedEntity touched;
    /** Asks for the changed record, the touched one, and whether others are shown the one in the other. */
    final String sql;
    /** Whether the index has the one in the document of the other, where that is a service. */
    final boolean isIndexed;

    TouchRule(ChangedEntity of, ChangedEntity touched, String sql) {
        this(of, touched, sql, touched == ChangedEntity.SERVICE);
    }

    TouchRule(ChangedEntity of, ChangedEntity touched, String sql, boolean isIndexed) {
        this.of = of;
        this.touched = touched;
        this.sql = sql;
        this.isIndexed = isIndexed;
    }

    /** What shows a service. */
    static final List<TouchRule> OF_SERVICES = Arrays.stream(values())
            .filter(rule -> rule.of == ChangedEntity.SERVICE)
            .toList();
}
