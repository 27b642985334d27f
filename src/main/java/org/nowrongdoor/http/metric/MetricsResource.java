package org.nowrongdoor.http.metric;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The meters, for whom a key lets read statistics. */
@Path("/q/metrics")
public class MetricsResource {

    private final MetricsFormatter formatter;

    public MetricsResource(MetricsFormatter formatter) {
        this.formatter = formatter;
    }

    @GET
    @Operation(hidden = true)
    @Produces(MetricsFormatter.MEDIA_TYPE)
    public String read() {
        return formatter.page();
    }
}
