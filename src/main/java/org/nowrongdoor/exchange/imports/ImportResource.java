package org.nowrongdoor.exchange.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStreamWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.access.caller.Caller;
import org.nowrongdoor.access.caller.Reach;
import org.nowrongdoor.exchange.imports.ImportFaults.Entry;
import org.nowrongdoor.exchange.imports.ImportFindingReader.Line;
import org.nowrongdoor.exchange.row.Finding.Kind;
import org.nowrongdoor.exchange.upload.UploadReceiver;
import org.nowrongdoor.text.SpreadsheetCell;
import org.nowrongdoor.text.WireName;

/** Imports: a file goes in, a report of every row comes out. */
@Path("/imports")
public class ImportResource {

    private static final int PAGE = 1_000;

    private final UploadReceiver uploads;
    private final ImportQueue desk;
    private final ImportRunRepository runs;
    private final ImportFindingReader findings;
    private final Caller caller;

    public ImportResource(
            UploadReceiver uploads,
            ImportQueue desk,
            ImportRunRepository runs,
            ImportFindingReader findings,
            Caller caller) {
        this.uploads = uploads;
        this.desk = desk;
        this.runs = runs;
        this.findings = findings;
        this.caller = caller;
    }

    @Operation(operationId = "sendImport", summary = "Import a file of HSDS records")
    @POST
    @Blocking
    @Consumes({MediaType.APPLICATION_JSON, "application/x-ndjson", MediaType.MULTIPART_FORM_DATA})
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Response> send(
            @QueryParam("source") @Nullable String source,
            @QueryParam("partial") @DefaultValue("false") boolean partial,
            @QueryParam("dry_run") @DefaultValue("false") boolean dryRun,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String mediaType,
            @Context RoutingContext context) {
        var reach = caller.reach();
        var wanted = new ImportRequest(source, partial, dryRun, caller.actor(), reach);
        return uploads.receive(context, String.valueOf(wanted.actor()))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(upload -> accepted(desk.add(wanted, mediaType, upload), reach));
    }

    private Response accepted(UUID id, Reach reach) {
        return Response.accepted(ImportView.of(runs.get(id, reach)))
                .location(URI.create("/imports/" + id))
                .build();
    }

    @Operation(operationId = "getImport", summary = "How an import goes")
    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public ImportView get(@PathParam("id") UUID id) {
        return ImportView.of(runs.get(id, caller.reach()));
    }

    @Operation(operationId = "listImportFaults", summary = "What an import found, row by row")
    @GET
    @Path("{id}/faults")
    @Produces(MediaType.APPLICATION_JSON)
    public ImportFaults faults(@PathParam("id") UUID id, @QueryParam("after") @DefaultValue("0") long after) {
        var run = runs.get(id, caller.reach());
        var lines = findings.list(id, after, PAGE);
        return new ImportFaults(
                entries(lines, Kind.FAULT),
                entries(lines, Kind.WARNING),
                entries(lines, Kind.REDACTED),
                run.findingsLeftOut,
                lines.size() < PAGE ? null : lines.get(PAGE - 1).ticket());
    }

    @Operation(operationId = "listImportFaultsAsCsv", summary = "What an import found, row by row")
    @GET
    @Path("{id}/faults")
    @Produces("text/csv")
    public StreamingOutput faultsAsCsv(@PathParam("id") UUID id) {
        var run = runs.get(id, caller.reach());
        return out -> {
            try (var csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
                csv.writeRecord("row", "column", "value", "remedy", "pointer", "kind");
                var lines = findings.list(id, 0, PAGE);
                while (!lines.isEmpty()) {
                    for (var line : lines) {
                        var entry = line.entry();
                        csv.writeRecord(
                                Long.toString(entry.row()),
                                SpreadsheetCell.of(entry.column()),
                                entry.value() == null ? "" : SpreadsheetCell.of(entry.value()),
                                SpreadsheetCell.of(entry.remedy()),
                                SpreadsheetCell.of(entry.pointer()),
                                WireName.snakeCase(line.kind()));
                    }
                    lines = findings.list(id, lines.get(lines.size() - 1).ticket(), PAGE);
                }
                if (run.findingsLeftOut > 0) {
                    csv.writeRecord("", "", "", "and " + run.findingsLeftOut + " more: mend these first", "", "");
                }
            }
        };
    }

    private static List<Entry> entries(List<Line> lines, Kind kind) {
        return lines.stream()
                .filter(line -> line.kind() == kind)
                .map(Line::entry)
                .toList();
    }
}
