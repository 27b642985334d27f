package org.nowrongdoor.directory.partner;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.nowrongdoor.storage.JdbcReader;
import org.nowrongdoor.storage.SqlBuilder;

/** Finds a network by its id or name, and who is known to be in it. */
@Singleton
public class NetworkFinder {

    private static final Pattern ID = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern QUOTES = Pattern.compile("[\"“”„«»＂]");
    private static final String ENTRY =
            "jsonb_build_array(jsonb_build_object('organization_id', %s," + " 'relation', 'network_member'))";
    // 200: a name that so many share is no name.
    private static final String BY_NAME = """
            select n.id, n.name, n.is_exact, n.has_members or exists (
                select from organization m where m.body -> 'partners' @> %s) as is_network
            from (select id, name, body -> 'partners' @> '[{"relation": "network_member"}]' as has_members,
                    folded_text(?) in (folded_text(name), folded_text(body ->> 'alternate_name')) as is_exact
                from organization
                where words @@ folded_query(?)
                    and folded_words(name || ' ' || coalesce(body ->> 'alternate_name', '')) @@ folded_query(?)
                limit 200) n
            order by 3 desc, 4 desc nulls last, n.name, n.id""".formatted(ENTRY.formatted("n.id"));
    private static final String MEMBERS = "select o.id from organization o where o.body -> 'partners' @> "
            + ENTRY.formatted("?::text")
            + " union select (entry ->> 'organization_id')::uuid from organization o"
            + " cross join jsonb_array_elements(o.body -> 'partners') as entry"
            + " where o.id = ? and entry ->> 'relation' = 'network_member'";

    private final JdbcReader rows;

    NetworkFinder(JdbcReader rows) {
        this.rows = rows;
    }

    /** An organisation that may be meant. */
    public record Named(UUID id, String name) {}

    private record Candidate(Named named, boolean isExact, boolean isNetwork) {}

    /** The organisations that an id or a name may mean: one where it is clear. A whole name comes before a part of one,
     *  and a network before others. */
    public List<Named> find(String said) {
        if (ID.matcher(said.strip()).matches()) {
            return rows.list(
                    SqlBuilder.of("select id, name from organization where id = ?", UUID.fromString(said.strip())),
                    row -> new Named(row.getObject(1, UUID.class), row.getString(2)));
        }
        // As one phrase: the words of a name are no operators of a query.
        var phrase = '"' + QUOTES.matcher(said).replaceAll(" ") + '"';
        var candidates = rows.list(
                SqlBuilder.of(BY_NAME, said.strip(), phrase, phrase),
                row -> new Candidate(
                        new Named(row.getObject(1, UUID.class), row.getString(2)),
                        row.getBoolean(3),
                        row.getBoolean(4)));
        return candidates.stream()
                .filter(each -> each.isExact() == candidates.get(0).isExact()
                        && each.isNetwork() == candidates.get(0).isNetwork())
                .map(Candidate::named)
                .toList();
    }

    /** The network itself and whoever is known to be in it, by their records or by that of the network. */
    public Set<UUID> membersOf(UUID network) {
        var members = new HashSet<>(
                rows.list(SqlBuilder.of(MEMBERS, network.toString(), network), row -> row.getObject(1, UUID.class)));
        members.add(network);
        return members;
    }
}
