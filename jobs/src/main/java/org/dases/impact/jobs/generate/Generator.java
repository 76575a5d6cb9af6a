// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.generate;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Writes a made-up French data space: a workspace with contracts, datasets and tables, and the data that they speak of.
 * Nobody in it exists; names are not even drawn. Every file but the secret key, which is not written here, depends on
 * the request only.
 */
public final class Generator {
    private final GenerateRequest request;
    private final Progress progress;
    private final Path data;
    private final Map<String, Long> records = new LinkedHashMap<>();
    private final Map<Defect, Long> defects = new EnumMap<>(Defect.class);

    private Generator(GenerateRequest request, Progress progress) {
        this.request = request;
        this.progress = progress;
        this.data = request.out().resolve("data");
    }

    /**
     * Writes the data space of {@code impact demo}.
     *
     * @param folder folder of the workspace; made if it is not there, and files of the same names are replaced
     * @param seed seed of the random numbers
     * @param progress is told how far it is
     * @return what was written
     */
    public static DataSpace writeDemo(Path folder, long seed, Progress progress) {
        return generate(GenerateRequest.demo(seed, folder), progress);
    }

    /**
     * Writes a data space.
     *
     * @param request sizes, seed and folder
     * @param progress is told how far it is
     * @return what was written
     * @throws java.io.UncheckedIOException when a file cannot be written
     */
    public static DataSpace generate(GenerateRequest request, Progress progress) {
        return new Generator(request, progress).run();
    }

    private DataSpace run() {
        long seed = request.seed();
        WorkspaceTemplates.write(request.out());
        List<School> schools = new Schools(seed).draw(request.schools(), request.learners());
        List<Pupil> pupils = new Pupils(seed, schools).draw();
        int students = University.students(request.learners());

        Registers registers = new Registers(seed, schools);
        Leftovers leftovers = new Leftovers(seed);
        count(
                "school-directory",
                tally -> registers.writeDirectory(data.resolve("school-directory/annuaire.csv"), tally));
        count("pupil-lists", tally -> registers.writePupils(data.resolve("pupil-lists"), pupils, tally));
        count(
                "university-enrolments",
                tally -> new University(seed)
                        .write(data.resolve("university-enrolments/inscriptions-2025.csv"), students, tally));
        count("edtech-b-feedback", tally -> leftovers.writeFeedback(data.resolve("edtech-b-feedback/avis.csv"), tally));
        count(
                "edtech-b-tutoring",
                tally -> leftovers.writeTutoring(data.resolve("edtech-b-tutoring/tutorat.csv"), tally));
        count(
                "university-placement",
                tally -> leftovers.writePlacement(data.resolve("university-placement/positionnement.csv"), tally));
        traces(schools, pupils);
        return new DataSpace(request.out(), schools.size(), pupils.size(), students, records, defects);
    }

    private void traces(List<School> schools, List<Pupil> pupils) {
        long left = request.records()
                - records.values().stream().mapToLong(Long::longValue).sum();
        Traces a = new Traces(request.seed(), Dialect.EDTECH_A, "edtech-a", schools, pupils);
        Traces b = new Traces(request.seed(), Dialect.EDTECH_B, "edtech-b", schools, pupils);
        double demandA = a.demand();
        double demandB = b.demand();
        double share = left / Math.max(demandA + demandB, Double.MIN_NORMAL);
        count(
                "edtech-a-traces",
                tally -> a.write(data.resolve("edtech-a-traces"), demandA, share * demandA, tally, progress));
        count(
                "edtech-b-traces",
                tally -> b.write(data.resolve("edtech-b-traces"), demandB, share * demandB, tally, progress));
    }

    private void count(String dataset, Consumer<Tally> writer) {
        Tally tally = new Tally();
        writer.accept(tally);
        records.put(dataset, tally.records());
        tally.defects().forEach((defect, number) -> defects.merge(defect, number, Long::sum));
        progress.at(dataset, tally.records(), tally.records());
    }
}
