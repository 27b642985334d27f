package org.nowrongdoor.exchange.redaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.exchange.row.JsonMembers;
import org.nowrongdoor.exchange.row.PendingRow;
import org.nowrongdoor.exchange.row.UnitOfWork;
import org.nowrongdoor.exchange.text.AddressDetector;
import org.nowrongdoor.storage.ChangedEntity;
import org.nowrongdoor.text.WebHostReader;

/** Which links a record that is not public may hold: those to the sites of those who run it, and to sites that hold no
 *  address of a shelter. */
final class LinkRule {

    // National lines and law; and where shelters let their chats be run.
    private static final Set<String> LISTED = Set.of(
            "211.org",
            "1800runaway.org",
            "988lifeline.org",
            "childhelp.org",
            "crisistextline.org",
            "humantraffickinghotline.org",
            "hud.gov",
            "icarol.com",
            "lawhelp.org",
            "loveisrespect.org",
            "ojp.gov",
            "rainn.org",
            "resourceconnect.com",
            "samhsa.gov",
            "strongheartshelpline.org",
            "tawk.to",
            "thehotline.org",
            "thetrevorproject.org",
            "translifeline.org",
            "usa.gov",
            "victimconnect.org",
            "womenslaw.org");

    private final Set<String> own = new HashSet<>();
    private final Set<String> fallback = new HashSet<>();

    /** Where those who run what is in a row are on the web. */
    static LinkRule of(Collection<PendingRow> row, UnitOfWork stored) {
        var links = new LinkRule();
        for (var draft : row) {
            var owner = draft.owners().organization();
            var held = owner == null || draft.entity() == ChangedEntity.TAXONOMY_TERM
                    ? null
                    : stored.find(ChangedEntity.ORGANIZATION, owner);
            if (held != null) {
                links.ofOrganization(held.now.body());
            }
            if (draft.entity() == ChangedEntity.ORGANIZATION) {
                links.ofOrganization(draft.body());
            } else if (draft.entity() == ChangedEntity.SERVICE) {
                links.ofService(draft.body());
            }
        }
        return links;
    }

    /** Takes in where an organisation is on the web. */
    private void ofOrganization(ObjectNode organization) {
        host(JsonMembers.text(organization, "website"), own);
        mail(organization);
    }

    /** Takes in where a service is on the web: its own page counts where nothing tells whose it is. */
    private void ofService(ObjectNode service) {
        host(JsonMembers.text(service, "url"), fallback);
        mail(service);
    }

    /** Whether a link may stand there. */
    boolean allows(String url) {
        if (AddressDetector.isMapLink(url)) {
            return false;
        }
        var host = hostOf(url);
        return host != null && (isIn(LISTED, host) || isIn(own.isEmpty() ? fallback : own, host));
    }

    private void mail(JsonNode record) {
        domain(JsonMembers.text(record, "email"));
        JsonMembers.records(record, "contacts").forEach(contact -> domain(JsonMembers.text(contact, "email")));
    }

    private void domain(@Nullable String email) {
        if (email != null && email.indexOf('@') >= 0) {
            own.add(email.substring(email.indexOf('@') + 1).toLowerCase(Locale.ROOT));
        }
    }

    private static void host(@Nullable String url, Set<String> hosts) {
        var host = url == null || AddressDetector.isMapLink(url) ? null : hostOf(url);
        if (host != null) {
            hosts.add(host.startsWith("www.") ? host.substring(4) : host);
        }
    }

    private static boolean isIn(Set<String> hosts, String host) {
        return hosts.stream().anyMatch(known -> host.equals(known) || host.endsWith("." + known));
    }

    private static @Nullable String hostOf(String url) {
        try {
            var host = WebHostReader.of(new URI(url.contains("://") ? url : "https://" + url));
            return host.isEmpty() ? null : host;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
