#!/usr/bin/python3
"""The network of Autoencoder Features... in PyTorch, for AutoencoderBenchmark.

usage: autoencoder.py IMAGES.f32 COUNT CHANNELS HEIGHT WIDTH CODE BATCH {subpixel,transposed}
Learns from COUNT images (float32, one after the other, 0 to 1) for one epoch after a few batches of warming up, and
prints the seconds of the epoch and the number of threads.
"""
import sys
import time

import numpy as np
import torch
from torch import nn


class Enlarge(nn.Module):
    def forward(self, x):
        return nn.functional.pixel_shuffle(x, 2)[:, :, 1:-1, 1:-1]


def enlarging(inputs, outputs, transposed):
    if transposed:
        return [nn.ConvTranspose2d(inputs, outputs, 4, 2, 1)]
    return [nn.Conv2d(inputs, 4 * outputs, 2, 1, 1), Enlarge()]


def normalized(filters):
    return [nn.LeakyReLU(0.2), nn.BatchNorm2d(filters)]


def network(channels, height, width, code, transposed):
    cells = height // 4 * (width // 4)
    return nn.Sequential(
        nn.Conv2d(channels, 32, 3, 2, 1), *normalized(32),
        nn.Conv2d(32, 64, 3, 2, 1), *normalized(64),
        nn.Flatten(), nn.Linear(64 * cells, code), nn.Linear(code, 64 * cells),
        nn.Unflatten(1, (64, height // 4, width // 4)),
        *enlarging(64, 64, transposed), *normalized(64),
        *enlarging(64, 32, transposed), *normalized(32),
        nn.Conv2d(32, channels, 3, 1, 1), nn.Sigmoid())


def main():
    count, channels, height, width, code, batch = map(int, sys.argv[2:8])
    images = torch.from_numpy(np.fromfile(sys.argv[1], np.float32).reshape(count, channels, height, width))
    torch.manual_seed(42)
    model = network(channels, height, width, code, sys.argv[8] == 'transposed')
    adam = torch.optim.Adam(model.parameters())

    def learn(chosen):
        adam.zero_grad()
        x = images[chosen]
        loss = nn.functional.mse_loss(model(x), x)
        loss.backward()
        adam.step()
        return loss.item()

    for _ in range(3):
        learn(torch.arange(batch))
    order = torch.randperm(count)
    begin = time.perf_counter()
    for start in range(0, count, batch):
        learn(order[start:start + batch])
    print(time.perf_counter() - begin, torch.get_num_threads())


main()
