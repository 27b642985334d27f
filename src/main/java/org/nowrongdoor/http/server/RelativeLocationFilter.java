package org.nowrongdoor.http.server;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Says where something is by its path alone. The framework puts in front what the caller called us, which behind a
 *  proxy leads nowhere.
 *  @see "RFC 9110, 10.2.2: Location may be a relative reference" */
public class RelativeLocationFilter {

    @ServerResponseFilter
    public void shorten(ContainerRequestContext request, ContainerResponseContext response) {
        var location = response.getLocation();
        if (location == null || !location.isAbsolute()) {
            return;
        }
        var base = request.getUriInfo().getBaseUri();
        if (location.getRawAuthority() != null && location.getRawAuthority().equals(base.getRawAuthority())) {
            var query = location.getRawQuery() == null ? "" : "?" + location.getRawQuery();
            response.getHeaders().putSingle(HttpHeaders.LOCATION, URI.create(location.getRawPath() + query));
        }
    }
}
